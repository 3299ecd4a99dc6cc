package import Model
package import Text

extension Source {
    /// Reads `source` of an output record; nil when it is none.
    package init?(_ json: JSONValue?) {
        guard let json, let format = json["format"]?.string.flatMap(Format.init),
            let ordinal = json["ordinal"]?.integer,
            let offset = json["offset"]?.integer
        else { return nil }
        self.init(
            file: json["file"]?.string ?? "", format: format, ordinal: ordinal, offset: offset,
            recordID: json["record_id"]?.string, charset: json["charset"]?.string)
    }
}

extension Reject {
    /// Reads a line of `rejects/`; nil when it is none.
    package init?(_ json: JSONValue) {
        guard let source = Source(json["source"]), let stage = json["stage"]?.string.flatMap(Stage.init),
            let reason = json["reason"]?.string.flatMap(Reason.init), let detail = json["detail"]?.string,
            let bytes = json["bytes"]?.integer
        else { return nil }
        var payload: [UInt8]?
        if let text = json["payload"]?.utf8 {
            guard let decoded = Base64.decode(text) else { return nil }
            payload = decoded
        }
        self.init(source: source, stage: stage, reason: reason, detail: detail, bytes: bytes, payload: payload)
    }
}
