internal import SiteModel

// What stands on pages, each as `StoredPages.swift` has the pages themselves.

extension LinkedMarkup: Stored {
    func store(in writer: inout PageWriter) {
        writer.store(self)
        headingIDs.store(in: &writer)
        hrefs.store(in: &writer)
        imageSources.store(in: &writer)
        imageSizes.store(in: &writer)
    }

    init(from reader: inout PageReader) throws(ByteReader.Damaged) {
        let id = TextID(source: try reader.position(), part: try reader.position())
        let texts = reader.sources[id.source]?.texts ?? []
        guard texts.indices.contains(id.part) else { throw ByteReader.Damaged() }
        let markup = texts[id.part]
        self.init(
            markup, headingIDs: try reader.read(), hrefs: try reader.read(), imageSources: try reader.read(),
            imageSizes: try reader.read())
        guard headingIDs.count == markup.headings.count, hrefs.count == markup.links.count,
            imageSources.count == markup.images.count, imageSizes.count == markup.images.count
        else { throw ByteReader.Damaged() }
    }
}

extension FAQ: Stored {
    func store(in writer: inout PageWriter) {
        id.store(in: &writer)
        answer.store(in: &writer)
        writer.show(question, aliases)
        plainQuestion.store(in: &writer)
        home.store(in: &writer)
        usedIn.store(in: &writer)
    }

    init(from reader: inout PageReader) throws(ByteReader.Damaged) {
        let id: String = try reader.read()
        let answer: LinkedMarkup = try reader.read()
        guard let text = answer.markup.id, let question = reader.sources[text.source]?.document.question(ofPart: text.part) else {
            throw ByteReader.Damaged()
        }
        let own = FAQ(question, id: id, plainQuestion: try reader.read(), answer: answer, home: try reader.read())
        self = own.used(in: try reader.read())
    }
}

extension PageLink: Stored {
    func store(in writer: inout PageWriter) {
        title.store(in: &writer)
        permalink.store(in: &writer)
    }

    init(from reader: inout PageReader) throws(ByteReader.Damaged) {
        self.init(title: try reader.read(), permalink: try reader.read())
    }
}

extension PersonLink: Stored {
    func store(in writer: inout PageWriter) {
        id.store(in: &writer)
        name.store(in: &writer)
        honorificPrefix.store(in: &writer)
        honorificSuffix.store(in: &writer)
        jobTitle.store(in: &writer)
        permalink.store(in: &writer)
    }

    init(from reader: inout PageReader) throws(ByteReader.Damaged) {
        self.init(
            id: try reader.read(), name: try reader.read(), honorificPrefix: try reader.read(),
            honorificSuffix: try reader.read(), jobTitle: try reader.read(), permalink: try reader.read())
    }
}

extension TermLink: Stored {
    func store(in writer: inout PageWriter) {
        link.store(in: &writer)
        count.store(in: &writer)
    }

    init(from reader: inout PageReader) throws(ByteReader.Damaged) {
        self.init(link: try reader.read(), count: try reader.read())
    }
}

extension TopicLink: Stored {
    func store(in writer: inout PageWriter) {
        link.store(in: &writer)
        description.store(in: &writer)
        count.store(in: &writer)
    }

    init(from reader: inout PageReader) throws(ByteReader.Damaged) {
        self.init(link: try reader.read(), description: try reader.read(), count: try reader.read())
    }
}

extension Pagination: Stored {
    func store(in writer: inout PageWriter) {
        number.store(in: &writer)
        count.store(in: &writer)
        list.store(in: &writer)
    }

    init(from reader: inout PageReader) throws(ByteReader.Damaged) {
        self.init(number: try reader.read(), of: try reader.read(), in: try reader.read())
    }
}

extension PublishedImage: Stored {
    func store(in writer: inout PageWriter) {
        source.store(in: &writer)
        absolute.store(in: &writer)
        alternative.store(in: &writer)
        credit.store(in: &writer)
        size.store(in: &writer)
        kind.store(in: &writer)
    }

    init(from reader: inout PageReader) throws(ByteReader.Damaged) {
        self.init(
            source: try reader.read(), absolute: try reader.read(), alternative: try reader.read(), credit: try reader.read(),
            size: try reader.read(), kind: try reader.read())
    }
}

extension Translation: Stored {
    func store(in writer: inout PageWriter) {
        language.store(in: &writer)
        permalink.store(in: &writer)
    }

    init(from reader: inout PageReader) throws(ByteReader.Damaged) {
        self.init(language: try reader.read(), permalink: try reader.read())
    }
}

extension Reference: Stored {
    func store(in writer: inout PageWriter) {
        title.store(in: &writer)
        url.store(in: &writer)
        publisher.store(in: &writer)
        accessed.store(in: &writer)
    }

    init(from reader: inout PageReader) throws(ByteReader.Damaged) {
        self.init(
            title: try reader.read(), url: try reader.read(), publisher: try reader.read(), accessed: try reader.read())
    }
}

extension QuestionGroup: Stored {
    func store(in writer: inout PageWriter) {
        link.store(in: &writer)
        questions.store(in: &writer)
    }

    init(from reader: inout PageReader) throws(ByteReader.Damaged) {
        self.init(link: try reader.read(), questions: try reader.read())
    }
}

extension QuestionGroup.Entry: Stored {
    func store(in writer: inout PageWriter) {
        text.store(in: &writer)
        id.store(in: &writer)
    }

    init(from reader: inout PageReader) throws(ByteReader.Damaged) {
        self.init(text: try reader.read(), id: try reader.read())
    }
}

extension ShareMetadata: Stored {
    func store(in writer: inout PageWriter) {
        words.title.store(in: &writer)
        words.url.store(in: &writer)
        words.text.store(in: &writer)
        words.hashtags.store(in: &writer)
        words.via.store(in: &writer)
        image.store(in: &writer)
        networks.store(in: &writer)
        marksLinks.store(in: &writer)
    }

    init(from reader: inout PageReader) throws(ByteReader.Damaged) {
        let words = ShareWords(
            title: try reader.read(), url: try reader.read(), text: try reader.read(), hashtags: try reader.read(),
            via: try reader.read())
        self.init(words, image: try reader.read(), networks: try reader.read(), marksLinks: try reader.read())
    }
}

extension ShareNetwork: Stored {
    func store(in writer: inout PageWriter) {
        id.store(in: &writer)
        label.store(in: &writer)
        (template?.text).store(in: &writer)
        icon.store(in: &writer)
        limit.store(in: &writer)
    }

    init(from reader: inout PageReader) throws(ByteReader.Damaged) {
        self.init(
            id: try reader.read(), label: try reader.read(),
            template: (try reader.read() as String?).map { ShareTemplate($0) }, icon: try reader.read(),
            limit: try reader.read())
    }
}

extension PostLimit: Stored {
    func store(in writer: inout PageWriter) {
        length.store(in: &writer)
        (count == .weighted).store(in: &writer)
        switch address {
        case .apart: 0.store(in: &writer)
        case .itsLength: 1.store(in: &writer)
        case .always(let length): (length + 2).store(in: &writer)
        }
    }

    init(from reader: inout PageReader) throws(ByteReader.Damaged) {
        let length: Int = try reader.read()
        let isWeighted: Bool = try reader.read()
        let address: Int = try reader.read()
        guard length >= 0, address >= 0, address - 2 <= length else { throw ByteReader.Damaged() }
        self.init(
            length: length, count: isWeighted ? .weighted : .characters,
            address: address == 0 ? .apart : address == 1 ? .itsLength : .always(address - 2))
    }
}

extension ContactRecord: Stored {
    func store(in writer: inout PageWriter) {
        name.store(in: &writer)
        label.store(in: &writer)
        phone.store(in: &writer)
        whatsapp.store(in: &writer)
        message.store(in: &writer)
        url.store(in: &writer)
        text.store(in: &writer)
        language.store(in: &writer)
    }

    init(from reader: inout PageReader) throws(ByteReader.Damaged) {
        self.init(
            name: try reader.read(), label: try reader.read(), phone: try reader.read(), whatsapp: try reader.read(),
            message: try reader.read())
        url = try reader.read()
        text = try reader.read()
        language = try reader.read()
    }
}

extension CallToAction: Stored {
    func store(in writer: inout PageWriter) {
        name.store(in: &writer)
        title.store(in: &writer)
        text.store(in: &writer)
        label.store(in: &writer)
        url.store(in: &writer)
        language.store(in: &writer)
    }

    init(from reader: inout PageReader) throws(ByteReader.Damaged) {
        self.init(
            name: try reader.read(), title: try reader.read(), text: try reader.read(), label: try reader.read(),
            url: try reader.read())
        language = try reader.read()
    }
}

extension Feed: Stored {
    func store(in writer: inout PageWriter) {
        home.store(in: &writer)
        section.store(in: &writer)
        description.store(in: &writer)
        articles.store(in: &writer)
    }

    init(from reader: inout PageReader) throws(ByteReader.Damaged) {
        self.init(
            home: try reader.read(), section: try reader.read(), description: try reader.read(), articles: try reader.read())
    }
}

extension SiteIcon: Stored {
    func store(in writer: inout PageWriter) {
        role.store(in: &writer)
        permalink.store(in: &writer)
        kind.store(in: &writer)
        size.store(in: &writer)
    }

    init(from reader: inout PageReader) throws(ByteReader.Damaged) {
        self.init(role: try reader.read(), permalink: try reader.read(), kind: try reader.read(), size: try reader.read())
    }
}
