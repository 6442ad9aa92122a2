/// Numbers for words, from 1; 0 is none.
struct WordNumbers {
    private var numbers: [String: Int32] = [:]
    private var words: [String] = []

    mutating func number(of word: String?) -> Int32 {
        guard let word else { return 0 }
        if let known = numbers[word] { return known }
        words.append(word)
        let number = Int32(words.count)
        numbers[word] = number
        return number
    }

    func word(_ number: Int32) -> String? { number == 0 ? nil : words[Int(number) - 1] }
}
