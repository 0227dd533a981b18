package eliq.generate.painter;

import eliq.prompts.Category;
import java.util.List;
import java.util.Optional;

/**
 * What a picture shows. Ids are those of the {@link eliq.prompts.Lexicon}; what is absent is the painter's choice.
 *
 * @param category of the prompt
 * @param subjects groups of things, the main one first; at least one
 * @param place where it is
 * @param time time of day
 * @param weather outdoors
 */
public record Scene(
        Category category,
        List<Subject> subjects,
        Optional<String> place,
        Optional<String> time,
        Optional<String> weather) {

    public Scene {
        subjects = List.copyOf(subjects);
        if (subjects.isEmpty()) {
            throw new IllegalArgumentException("a scene needs a subject");
        }
    }

    /** How a group stands to the main one. */
    public enum Relation {
        MAIN,
        BESIDE,
        HELD
    }

    /** Said of the size. */
    public enum Size {
        SMALL,
        USUAL,
        LARGE
    }

    /**
     * @param kind lexicon id of the subject
     * @param count 1..5
     * @param colour of the thing, or of a person's clothes
     * @param material where the prompt names one
     * @param action what people do
     * @param relation to the main subject
     */
    public record Subject(
            String kind,
            int count,
            Optional<String> colour,
            Optional<String> material,
            Size size,
            Optional<String> action,
            Relation relation) {

        /** One or more things about which nothing else is said. */
        public static Subject of(String kind, int count) {
            return new Subject(
                    kind,
                    count,
                    Optional.empty(),
                    Optional.empty(),
                    Size.USUAL,
                    Optional.empty(),
                    Relation.MAIN);
        }

        Subject coloured(String name) {
            return new Subject(kind, count, Optional.of(name), material, size, action, relation);
        }

        Subject doing(String what) {
            return new Subject(kind, count, colour, material, size, Optional.of(what), relation);
        }

        Subject as(Relation other) {
            return new Subject(kind, count, colour, material, size, action, other);
        }

        Subject made(String what) {
            return new Subject(kind, count, colour, Optional.of(what), size, action, relation);
        }

        Subject sized(Size other) {
            return new Subject(kind, count, colour, material, other, action, relation);
        }
    }
}
