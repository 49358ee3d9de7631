//! Languages as TeX calls them, and as tags.

use crate::locale::is_language_tag;

/// The names of Babel and Polyglossia. Of several names of one tag, the first is written.
const NAMES: &[(&str, &str)] = &[
    ("arabic", "ar"),
    ("basque", "eu"),
    ("brazilian", "pt-BR"),
    ("brazil", "pt-BR"),
    ("british", "en-GB"),
    ("ukenglish", "en-GB"),
    ("bulgarian", "bg"),
    ("american", "en-US"),
    ("usenglish", "en-US"),
    ("canadian", "en-CA"),
    ("australian", "en-AU"),
    ("newzealand", "en-NZ"),
    ("catalan", "ca"),
    ("chinese", "zh"),
    ("croatian", "hr"),
    ("czech", "cs"),
    ("danish", "da"),
    ("dutch", "nl"),
    ("english", "en"),
    ("estonian", "et"),
    ("finnish", "fi"),
    ("french", "fr"),
    ("german", "de"),
    ("ngerman", "de"),
    ("austrian", "de-AT"),
    ("naustrian", "de-AT"),
    ("swissgerman", "de-CH"),
    ("nswissgerman", "de-CH"),
    ("greek", "el"),
    ("hebrew", "he"),
    ("hindi", "hi"),
    ("magyar", "hu"),
    ("hungarian", "hu"),
    ("icelandic", "is"),
    ("indonesian", "id"),
    ("bahasai", "id"),
    ("italian", "it"),
    ("japanese", "ja"),
    ("korean", "ko"),
    ("latvian", "lv"),
    ("lithuanian", "lt"),
    ("malay", "ms"),
    ("norsk", "nb"),
    ("norwegian", "nb"),
    ("nynorsk", "nn"),
    ("persian", "fa"),
    ("farsi", "fa"),
    ("polish", "pl"),
    ("portuguese", "pt"),
    ("portuges", "pt"),
    ("romanian", "ro"),
    ("russian", "ru"),
    ("serbian", "sr"),
    ("slovak", "sk"),
    ("slovene", "sl"),
    ("spanish", "es"),
    ("swedish", "sv"),
    ("thai", "th"),
    ("turkish", "tr"),
    ("ukrainian", "uk"),
    ("urdu", "ur"),
    ("vietnamese", "vi"),
];

/// The tag of a language that is written as its name in TeX, or as a tag; else what was written.
pub fn tag_of_language(written: &str) -> Result<String, String> {
    let plain = written.trim().replace('_', "-");
    let named = NAMES.iter().find(|(name, _)| *name == plain.to_lowercase());
    match named {
        Some((_, tag)) => Ok((*tag).to_owned()),
        // No tag of a language is longer than eight letters before its first hyphen, and those of four to eight are not in use.
        None if plain.split('-').next().is_some_and(|tag| tag.len() <= 3) && is_language_tag(&plain) => Ok(plain),
        None => Err(written.to_owned()),
    }
}

/// The name of a language in TeX, if there is one for exactly this tag.
pub fn language_in_tex(tag: &str) -> Option<&'static str> {
    NAMES.iter().find(|(_, of)| *of == tag).map(|(name, _)| *name)
}
