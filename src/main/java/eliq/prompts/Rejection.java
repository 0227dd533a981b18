package eliq.prompts;

import java.util.Locale;

/** Why a prompt that a language model wrote is not taken. */
public enum Rejection {
    /** Fewer words than wanted. */
    TOO_SHORT,
    /** More words than wanted. */
    TOO_LONG,
    /** Not English: the vocabulary and the taxonomy are. */
    OTHER_LANGUAGE,
    /** Words about the picture's quality, style or making. */
    STYLE_WORDS,
    /** Something that no photograph could show. */
    NOT_REALISTIC,
    /** Its words clearly tell other categories than the one asked for. */
    OTHER_CATEGORY,
    /** Says nearly the same as another. */
    DUPLICATE;

    /** Lower-case name with hyphens, as it stands in files and results. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
