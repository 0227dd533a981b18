package eliq.app.pairs;

import eliq.app.compare.CompareMode;
import eliq.app.compare.CompareViewModel;
import eliq.catalog.Family;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The view's state as texts that are kept until the next start. What is not understood is passed over. */
final class ViewTexts {
    static final String INSPECTOR = "inspector";
    private static final String SET = "set";
    private static final String TUPLE = "tuple";
    private static final String SHOW = "show";
    private static final String ORDER = "order";
    private static final String CATEGORY = "category";
    private static final String FAMILY = "family";
    private static final String MODE = "mode";
    private static final String PANES = "panes";

    private ViewTexts() {}

    static Map<String, String> of(PairsViewModel model, boolean inspector) {
        Map<String, String> texts = new LinkedHashMap<>();
        model.where()
                .ifPresent(
                        place -> {
                            texts.put(SET, place.set());
                            texts.put(TUPLE, Long.toString(place.tuple()));
                        });
        PairFilter filter = model.filterProperty().get();
        texts.put(SHOW, filter.show().name());
        texts.put(ORDER, filter.order().name());
        filter.category().ifPresent(each -> texts.put(CATEGORY, each));
        filter.family().ifPresent(each -> texts.put(FAMILY, each.name()));
        texts.put(MODE, model.shown().compare().modeProperty().get().name());
        texts.put(PANES, Integer.toString(model.shown().compare().panesProperty().get()));
        texts.put(INSPECTOR, Boolean.toString(inspector));
        return texts;
    }

    static void restore(PairsViewModel model, Map<String, String> texts) {
        number(texts.get(TUPLE))
                .flatMap(id -> text(texts, SET).map(set -> new ReviewPlace(set, id)))
                .ifPresent(model::goTo);
        model.filterProperty()
                .set(
                        new PairFilter(
                                one(PairFilter.Show.class, texts.get(SHOW))
                                        .orElse(PairFilter.Show.ALL),
                                text(texts, CATEGORY),
                                one(Family.class, texts.get(FAMILY)),
                                one(PairFilter.Order.class, texts.get(ORDER))
                                        .orElse(PairFilter.Order.BUILT)));
        CompareViewModel<?> compare = model.shown().compare();
        one(CompareMode.class, texts.get(MODE)).ifPresent(compare.modeProperty()::set);
        number(texts.get(PANES)).ifPresent(count -> compare.panes(count.intValue()));
    }

    private static Optional<String> text(Map<String, String> texts, String key) {
        return Optional.ofNullable(texts.get(key));
    }

    private static <E extends Enum<E>> Optional<E> one(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(name))
                .findFirst();
    }

    private static Optional<Long> number(String text) {
        return text != null && text.matches("[0-9]{1,9}")
                ? Optional.of(Long.parseLong(text))
                : Optional.empty();
    }
}
