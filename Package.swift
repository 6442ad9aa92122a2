// swift-tools-version: 6.2
import PackageDescription

/// One set of rules for every target: Swift 6, explicit existentials and imports, warnings are errors.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let configuration = Target.Dependency.product(name: "Configuration", package: "swift-configuration")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let customDump = Target.Dependency.product(name: "CustomDump", package: "swift-custom-dump")
let database = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let databaseLibrary = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdTesting = Target.Dependency.product(name: "HummingbirdTesting", package: "hummingbird")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let metrics = Target.Dependency.product(name: "CoreMetrics", package: "swift-metrics")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let yaml = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
    name: "loa",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "loa", targets: ["loa"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/pointfreeco/swift-custom-dump", from: "1.7.3"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    ],
    targets: [
        .systemLibrary(
            name: "CCurl",
            path: "Sources/SystemLibraries/CCurl",
            pkgConfig: "libcurl",
            providers: [.apt(["libcurl4-openssl-dev"])]
        ),
        .systemLibrary(
            name: "CCMark",
            path: "Sources/SystemLibraries/CCMark",
            pkgConfig: "libcmark-gfm",
            providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]
        ),
        .systemLibrary(
            name: "CArgon2",
            path: "Sources/SystemLibraries/CArgon2",
            pkgConfig: "libargon2",
            providers: [.apt(["libargon2-dev"])]
        ),
        .systemLibrary(name: "CEpoll", path: "Sources/SystemLibraries/CEpoll"),
        .systemLibrary(
            name: "CExpat",
            path: "Sources/SystemLibraries/CExpat",
            pkgConfig: "expat",
            providers: [.apt(["libexpat1-dev"])]
        ),
        // Without pkgConfig: the include path it names holds a crypt.h that hides the system's.
        .systemLibrary(
            name: "CMinizip",
            path: "Sources/SystemLibraries/CMinizip",
            providers: [.apt(["libminizip-dev"])]
        ),
        .systemLibrary(
            name: "CQRCodeGen",
            path: "Sources/SystemLibraries/CQRCodeGen",
            pkgConfig: "qrcodegen",
            providers: [.apt(["libqrcodegen-dev"])]
        ),
        .systemLibrary(
            name: "CXLSXWriter",
            path: "Sources/SystemLibraries/CXLSXWriter",
            pkgConfig: "xlsxwriter",
            providers: [.apt(["libxlsxwriter-dev"])]
        ),
        .systemLibrary(
            name: "CSQLite",
            path: "Sources/SystemLibraries/CSQLite",
            pkgConfig: "sqlite3",
            providers: [.apt(["libsqlite3-dev"])]
        ),
        .systemLibrary(name: "CMalloc", path: "Sources/SystemLibraries/CMalloc"),
        .systemLibrary(
            name: "CZlib",
            path: "Sources/SystemLibraries/CZlib",
            pkgConfig: "zlib",
            providers: [.apt(["zlib1g-dev"])]
        ),
        .systemLibrary(
            name: "CPNG",
            path: "Sources/SystemLibraries/CPNG",
            pkgConfig: "libpng",
            providers: [.apt(["libpng-dev"])]
        ),
        .systemLibrary(
            name: "CTurboJPEG",
            path: "Sources/SystemLibraries/CTurboJPEG",
            pkgConfig: "libturbojpeg",
            providers: [.apt(["libturbojpeg0-dev"])]
        ),
        .target(name: "Outreach", swiftSettings: strict),
        .target(
            name: "Storage", dependencies: ["CSQLite", "Outreach", crypto, database, databaseLibrary, yaml],
            swiftSettings: strict),
        .target(name: "Delivery", dependencies: ["CCurl", "Outreach", crypto], swiftSettings: strict),
        .target(
            name: "Documents",
            dependencies: [
                "CCMark", "CExpat", "CMinizip", "CPNG", "CQRCodeGen", "CTurboJPEG", "CXLSXWriter", "CZlib", "Outreach",
            ],
            swiftSettings: strict
        ),
        .target(
            name: "Operations",
            dependencies: [
                "CArgon2", "CEpoll", "Delivery", "Documents", "Outreach", "Storage", crypto, logging, metrics,
                subprocess,
            ],
            swiftSettings: strict
        ),
        .target(
            name: "Web",
            dependencies: ["CMalloc", "Documents", "Operations", "Outreach", crypto, hummingbird, lifecycle, logging],
            resources: [.embedInCode("Assets")],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "loa",
            dependencies: ["Documents", "Operations", "Outreach", "Web", argumentParser, configuration, logging],
            swiftSettings: strict
        ),
        .testTarget(
            name: "OutreachTests",
            dependencies: ["Outreach", customDump],
            resources: [.copy("Fixtures")],
            swiftSettings: strict
        ),
        .testTarget(
            name: "StorageTests", dependencies: ["Outreach", "Storage", customDump, database], swiftSettings: strict),
        .testTarget(name: "DeliveryTests", dependencies: ["Delivery", "Outreach", "Receivers"], swiftSettings: strict),
        .testTarget(
            name: "DocumentsTests", dependencies: ["Documents", "Outreach", subprocess], swiftSettings: strict),
        .testTarget(
            name: "OperationsTests",
            dependencies: [
                "Delivery", "Documents", "Office", "Operations", "Outreach", "Receivers", "Storage", "Web", metrics,
            ],
            resources: [.copy("Fixtures")],
            swiftSettings: strict
        ),
        .target(
            name: "Office",
            dependencies: ["Delivery", "Operations", "Outreach", "Storage"],
            path: "Tests/Office",
            swiftSettings: strict
        ),
        .target(name: "Receivers", path: "Tests/Receivers", swiftSettings: strict),
        .testTarget(
            name: "WebTests",
            dependencies: ["Office", "Operations", "Outreach", "Web", hummingbird, hummingbirdTesting],
            swiftSettings: strict
        ),
        .testTarget(name: "LoaTests", dependencies: ["loa", subprocess], swiftSettings: strict),
    ]
)
