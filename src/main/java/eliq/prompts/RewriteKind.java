package eliq.prompts;

import eliq.catalog.Aspect;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is done to a prompt to make a worse or another one of it. */
public enum RewriteKind {
    /** Asks for technical faults as well. */
    DEGRADED(
            Aspect.TECHNICAL,
            "ask for clear technical faults of the picture (blur, noise, artefacts, exposure) as well"),
    /** Asks for an ugly picture of the same thing. */
    SPOILED(
            Aspect.AESTHETIC,
            "ask for an ugly picture of the same content (bad framing, clutter, clashing colours, bad light)"),
    /** Another thing in place of the main one. */
    OBJECT(Aspect.ALIGNMENT, "replace the main object by another one of the same sort"),
    /** Another colour, material, size or state. */
    ATTRIBUTE(
            Aspect.ALIGNMENT,
            "change one attribute of an object: colour, material, size, pattern or state"),
    /** Another number of something. */
    COUNT(Aspect.ALIGNMENT, "change how many there are of something"),
    /** Another position of two things to each other. */
    RELATION(Aspect.ALIGNMENT, "change how two things stand to each other in space"),
    /** Another action. */
    ACTION(Aspect.ALIGNMENT, "change what somebody or something does"),
    /** Another place, time of day or weather. */
    SCENE(Aspect.ALIGNMENT, "change the place, the time of day or the weather");

    private final Aspect aspect;
    private final String task;

    RewriteKind(Aspect aspect, String task) {
        this.aspect = aspect;
        this.task = task;
    }

    /** The aspect that it spoils. */
    public Aspect aspect() {
        return aspect;
    }

    /** What is done, as an order to a writer. */
    String task() {
        return task;
    }

    /** Lower-case name, as it stands in files, columns and options. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of this name, whatever the case. */
    static Optional<RewriteKind> named(String text) {
        return Arrays.stream(values())
                .filter(k -> k.key().equalsIgnoreCase(text.strip()))
                .findFirst();
    }

    /** Those that change what is shown. */
    public static List<RewriteKind> changes() {
        return Arrays.stream(values()).filter(k -> k.aspect == Aspect.ALIGNMENT).toList();
    }
}
