import SiteModel

/// Tables say what their columns hold (`domain.md` 8.1 AX9).
func checkTables(_ markup: Markup, path: String) -> Diagnostics {
    var diagnostics = Diagnostics()
    for range in markup.headlessTables {
        diagnostics.add(
            .headlessTable, "the header row of the table is empty", at: SourceLocation(path, range),
            help: "write what each column holds into its first row")
    }
    return diagnostics
}
