/// What a record keeps besides its words.
package struct StoredRow: Sendable {
    package var key: [UInt8] = []
    package var heading: [UInt8] = []
    package var number: [UInt8] = []
    package var text: [UInt8] = []
    package var sentences: [Int] = []
    package var stored: [UInt8] = []

    package init() {}

    package init(key: [UInt8], heading: [UInt8] = [], number: [UInt8] = [], text: [UInt8] = [], sentences: [Int] = [], stored: [UInt8] = [])
    {
        self.key = key
        self.heading = heading
        self.number = number
        self.text = text
        self.sentences = sentences
        self.stored = stored
    }
}
