internal import Model

/// Where the configuration says that facts are to be found (`fields`).
struct FieldOverrides {
    /// A role, and a path for `JSONFields.value(at:in:)`.
    let paths: [(role: FieldRole, path: String)]

    init(_ fields: Configuration.Fields) {
        let paths: [(FieldRole, String?)] = [
            (.id, fields.id), (.url, fields.url), (.title, fields.title), (.text, fields.text), (.html, fields.html),
            (.published, fields.published), (.modified, fields.modified), (.authors, fields.authors),
            (.site, fields.site), (.section, fields.section), (.language, fields.language),
            (.description, fields.description), (.image, fields.image),
        ]
        self.paths = paths.compactMap { role, path in path.map { (role, $0) } }
    }

    func path(of role: FieldRole) -> String? { paths.first { $0.role == role }?.path }

    func has(_ role: FieldRole) -> Bool { path(of: role) != nil }
}
