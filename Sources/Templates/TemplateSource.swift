/// The text of one template.
package struct TemplateSource: Sendable {
    /// Shown in messages, such as `themes/plain/templates/base.html`.
    package var path: String
    /// What `extends` and `include` call it, such as `base.html`.
    package var name: String
    package var text: [UInt8]

    package init(path: String, name: String, text: [UInt8]) {
        self.path = path
        self.name = name
        self.text = text
    }
}

/// A template that pages are rendered with, and the variables that it is given.
package struct EntryPoint: Sendable {
    package var template: String
    /// Its fields are the variables, in the order in which `render` gets their values.
    package var variables: RecordType

    package init(template: String, variables: RecordType) {
        self.template = template
        self.variables = variables
    }
}
