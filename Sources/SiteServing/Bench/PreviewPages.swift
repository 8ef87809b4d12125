/// The pages of the preview bench; the first that holds an address answers it. Each gets the script that keeps it up to date.
let previewPages: [PreviewPage] = []
