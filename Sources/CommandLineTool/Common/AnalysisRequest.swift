/// One line of `analyze --jsonl`: `{"id","text","agent"?,"context"?}` in any order. Other fields are passed over; of two of a name the
/// first counts.
struct AnalysisRequest {
    var id: String?
    var text: String
    var agent: String?
    var context: String?

    /// - Parameter line: within `bytes`. Nil for what is no JSON object with a text.
    init?(_ bytes: [UInt8], _ line: Range<Int>) {
        var reader = JSONReader(bytes, line)
        // Without, with null, with a text.
        var id, agent, context: String??
        var text: String?
        let isObject = reader.object { reader, name in
            switch name {
            case "id" where id == nil:
                id = reader.optionalString()
                return id != nil
            case "text" where text == nil:
                text = reader.string()
                return text != nil
            case "agent" where agent == nil:
                agent = reader.optionalString()
                return agent != nil
            case "context" where context == nil:
                context = reader.optionalString()
                return context != nil
            default: return reader.skip()
            }
        }
        guard isObject, let text else { return nil }
        self.id = id ?? nil
        self.text = text
        self.agent = agent ?? nil
        self.context = context ?? nil
    }
}
