import ArgumentParser
import Configuration
import Operations
import Web

@main struct Loa: ParsableCommand {}
