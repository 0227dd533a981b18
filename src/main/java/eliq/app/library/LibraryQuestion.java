package eliq.app.library;

import eliq.catalog.Aspect;
import eliq.catalog.Family;
import eliq.catalog.ImageFilter;
import eliq.catalog.ImageSort;
import eliq.catalog.Origin;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * What the Library is asked to show, in a form that can be kept as texts between two starts.
 *
 * @param filter everything but the words of the search
 */
public record LibraryQuestion(ImageFilter filter, ImageSort sort) {

    /** All images, newest first. */
    public static final LibraryQuestion ALL =
            new LibraryQuestion(ImageFilter.all(), ImageSort.NEWEST);

    /** Whether more than the words of the search leaves images out. */
    public boolean narrowed() {
        ImageFilter others = filter.withText("");
        return !others.equals(
                others.scorer().map(ImageFilter.all()::withScorer).orElseGet(ImageFilter::all));
    }

    /**
     * Whether the same images stand at the same places as for another question. A scorer whose scores are only shown moves
     * none.
     */
    boolean placesAsFor(LibraryQuestion other) {
        return sort.equals(other.sort)
                && (byScore() ? filter : filter.withScorer(""))
                        .equals(other.byScore() ? other.filter : other.filter.withScorer(""));
    }

    private boolean byScore() {
        boolean ordered =
                switch (sort.by()) {
                    case ADDED, NAME -> false;
                    case VISUAL, ALIGNMENT, TECHNICAL_HIGH, AESTHETIC_HIGH, ALIGNMENT_HIGH -> true;
                };
        return ordered || filter.visual().isPresent() || filter.alignment().isPresent();
    }

    /** Key to text; what is not asked for is left out. */
    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("sort", sort.by().name());
        texts.put("ascending", Boolean.toString(sort.ascending()));
        put(texts, "text", Optional.of(filter.text()).filter(text -> !text.isBlank()));
        put(texts, "origin", filter.origin().map(Enum::name));
        put(texts, "generator", filter.generator());
        put(texts, "scorer", filter.scorer());
        put(texts, "category", filter.part().category());
        put(texts, "aspect", filter.part().aspect().map(Enum::name));
        put(texts, "family", filter.part().family().map(Enum::name));
        put(texts, "era", filter.part().era());
        range(texts, "visual", filter.visual());
        range(texts, "alignment", filter.alignment());
        return texts;
    }

    private static void put(Map<String, String> texts, String key, Optional<String> value) {
        value.ifPresent(text -> texts.put(key, text));
    }

    private static void range(
            Map<String, String> texts, String key, Optional<ImageFilter.Range> range) {
        range.ifPresent(
                r -> {
                    texts.put(key + "-from", Double.toString(r.from()));
                    texts.put(key + "-to", Double.toString(r.to()));
                });
    }

    /** What {@link #texts} gave; what cannot be understood counts as not asked for. */
    public static LibraryQuestion of(Map<String, String> texts) {
        ImageSort.Key by =
                constant(texts, "sort", ImageSort.Key::valueOf).orElse(ImageSort.Key.ADDED);
        return new LibraryQuestion(
                new ImageFilter(
                        texts.getOrDefault("text", ""),
                        constant(texts, "origin", Origin::valueOf),
                        Optional.ofNullable(texts.get("generator")),
                        Optional.ofNullable(texts.get("scorer")),
                        range(texts, "visual"),
                        range(texts, "alignment"),
                        new ImageFilter.Part(
                                Optional.ofNullable(texts.get("category")),
                                constant(texts, "aspect", Aspect::valueOf),
                                constant(texts, "family", Family::valueOf),
                                Optional.ofNullable(texts.get("era")))),
                new ImageSort(by, Boolean.parseBoolean(texts.get("ascending"))));
    }

    private static <E> Optional<E> constant(
            Map<String, String> texts, String key, Function<String, E> valueOf) {
        try {
            return Optional.ofNullable(texts.get(key)).map(valueOf);
        } catch (IllegalArgumentException e) {
            // Another version of the program knew this name.
            return Optional.empty();
        }
    }

    private static Optional<ImageFilter.Range> range(Map<String, String> texts, String key) {
        OptionalDouble from = number(texts.get(key + "-from"));
        OptionalDouble to = number(texts.get(key + "-to"));
        return from.isPresent() && to.isPresent()
                ? Optional.of(new ImageFilter.Range(from.getAsDouble(), to.getAsDouble()))
                : Optional.empty();
    }

    private static OptionalDouble number(String text) {
        try {
            return text == null
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
