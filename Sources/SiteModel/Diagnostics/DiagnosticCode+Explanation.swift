extension DiagnosticCode {
    package var explanation: Explanation {
        Explanation("", "", wrong: "", right: "")
    }
}
