/// The branches of medicine that schema.org 30.0 knows as `MedicalSpecialty`; the raw value is the end of the term's address.
package enum MedicalSpecialty: String, Sendable, CaseIterable {
    case anesthesia = "Anesthesia"
    case cardiovascular = "Cardiovascular"
    case communityHealth = "CommunityHealth"
    case dentistry = "Dentistry"
    case dermatologic = "Dermatologic"
    case dermatology = "Dermatology"
    case dietNutrition = "DietNutrition"
    case emergency = "Emergency"
    case endocrine = "Endocrine"
    case gastroenterologic = "Gastroenterologic"
    case genetic = "Genetic"
    case geriatric = "Geriatric"
    case gynecologic = "Gynecologic"
    case hematologic = "Hematologic"
    case infectious = "Infectious"
    case laboratoryScience = "LaboratoryScience"
    case midwifery = "Midwifery"
    case musculoskeletal = "Musculoskeletal"
    case neurologic = "Neurologic"
    case nursing = "Nursing"
    case obstetric = "Obstetric"
    case oncologic = "Oncologic"
    case optometric = "Optometric"
    case otolaryngologic = "Otolaryngologic"
    case pathology = "Pathology"
    case pediatric = "Pediatric"
    case pharmacySpecialty = "PharmacySpecialty"
    case physiotherapy = "Physiotherapy"
    case plasticSurgery = "PlasticSurgery"
    case podiatric = "Podiatric"
    case primaryCare = "PrimaryCare"
    case psychiatric = "Psychiatric"
    case publicHealth = "PublicHealth"
    case pulmonary = "Pulmonary"
    case radiography = "Radiography"
    case renal = "Renal"
    case respiratoryTherapy = "RespiratoryTherapy"
    case rheumatologic = "Rheumatologic"
    case speechPathology = "SpeechPathology"
    case surgical = "Surgical"
    case toxicologic = "Toxicologic"
    case urologic = "Urologic"
}

/// Whom a medical article is for.
package enum Audience: String, Sendable, CaseIterable {
    case patient, clinician, researcher
}

/// What makes an article one about health.
package struct MedicalFields: Sendable, Equatable {
    package var specialty: MedicalSpecialty?
    package var audience: Audience?

    package init(specialty: MedicalSpecialty?, audience: Audience?) {
        self.specialty = specialty
        self.audience = audience
    }
}
