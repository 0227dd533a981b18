package eliq.prompts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Words the questions about categories, and reads the answers. */
final class LabelQuestions {
    /** Confidence of a label that a language model is sure of, and of one that it is not. */
    private static final double SURE = 0.8;

    private static final double UNSURE = 0.5;
    private static final String FORM =
            """
            {"type":"object","properties":{"labels":{"type":"array","items":{"type":"object","properties":\
            {"n":{"type":"integer"},"categories":{"type":"array","items":{"type":"string"}},"sure":{"type":"boolean"}},\
            "required":["n","categories","sure"]}}},"required":["labels"]}""";
    static final String COMPLAINT =
            "Some prompts have no answer that I can read. Answer for every number, with JSON only and with the category"
                    + " names exactly as given: {\"labels\": [{\"n\": 1, \"categories\": [\"Food\"], \"sure\": true}]}";

    private final Taxonomy taxonomy;
    private final String model;

    LabelQuestions(Taxonomy taxonomy, String model) {
        this.taxonomy = taxonomy;
        this.model = model;
    }

    /** Asks for the categories of these prompts, numbered from 1. */
    ChatQuestion about(List<String> prompts) {
        StringBuilder text = new StringBuilder();
        text.append(
                "Which of these categories do the pictures belong to that the prompts below ask for?\n");
        for (Category category : Category.values()) {
            text.append("- ").append(category.title()).append(": ");
            text.append(taxonomy.about().getOrDefault(category, "")).append('\n');
        }
        text.append(
                """
                A category belongs to a picture where somebody who sees it would name it, as what is shown or as where it is; \
                several may, the main one first; none may. Animals and plants are Natural Scenes wherever they are. \
                What a person merely wears, holds or plays does not count. Words on style or artist say nothing.
                Prompts:
                """);
        for (int i = 0; i < prompts.size(); i++) {
            text.append(i + 1)
                    .append(". ")
                    .append(prompts.get(i).replaceAll("\\s+", " "))
                    .append('\n');
        }
        text.append(
                "Answer with JSON only: {\"labels\": [{\"n\": 1, \"categories\": [\"...\"], \"sure\": true}, ...]}");
        return new ChatQuestion(
                List.of(
                        ChatMessage.system(
                                "You sort prompts for text-to-image models and answer in JSON."),
                        ChatMessage.user(text.toString())),
                FORM,
                1);
    }

    /** What an answer says of each prompt, by its number from 1; what cannot be read is absent. */
    Map<Integer, CategoryLabels> read(String answer, int prompts) {
        Map<Integer, CategoryLabels> labels = new LinkedHashMap<>();
        for (Map<String, String> object : LenientJson.objects(answer)) {
            String number = object.getOrDefault("n", "");
            String titles = object.get("categories");
            if (!number.matches("\\d{1,4}") || titles == null) {
                continue;
            }
            int n = Integer.parseInt(number);
            Optional<List<Category>> categories = categories(titles);
            if (n >= 1 && n <= prompts && categories.isPresent()) {
                boolean sure = "true".equalsIgnoreCase(object.getOrDefault("sure", "true"));
                labels.put(
                        n,
                        new CategoryLabels(
                                categories.get(), sure ? SURE : UNSURE, model, List.of()));
            }
        }
        return labels;
    }

    private static Optional<List<Category>> categories(String titles) {
        List<Category> categories = new ArrayList<>();
        for (String title : titles.split(";")) {
            if (title.isBlank() || title.strip().equalsIgnoreCase("none")) {
                continue;
            }
            Optional<Category> category = Category.named(title);
            if (category.isEmpty()) {
                return Optional.empty();
            }
            if (!categories.contains(category.get())) {
                categories.add(category.get());
            }
        }
        return Optional.of(categories);
    }
}
