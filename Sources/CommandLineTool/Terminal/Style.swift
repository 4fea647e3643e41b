/// Colour and weight for people at a terminal; nothing at all where the output is read by a program.
struct Style {
    let isColoured: Bool

    func strong(_ text: String) -> String { wrap(text, "1") }
    func faint(_ text: String) -> String { wrap(text, "2") }
    func citation(_ text: String) -> String { wrap(text, "36") }
    func mark(_ text: String) -> String { wrap(text, "1;33") }
    func warning(_ text: String) -> String { wrap(text, "31") }

    private func wrap(_ text: String, _ code: String) -> String {
        isColoured && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
