package eliq.image;

import eliq.image.ComfyGraph.Link;
import eliq.image.ComfyGraph.Node;
import eliq.image.ComfyGraph.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The texts that feed one conditioning of a sampler.
 *
 * @param best the text that describes the picture; empty where none was found
 * @param parts every distinct text that takes part
 * @param note what is special: several texts, an edit instruction, a text that only exists while the graph runs
 */
record ComfyText(String best, List<String> parts, Optional<String> note) {

    /** Text inputs of the encoders, the one that says most first: T5 and language models read whole sentences, CLIP 77 tokens. */
    private static final List<String> ENCODER_TEXTS =
            List.of(
                    "text",
                    "prompt",
                    "user_prompt",
                    "llama",
                    "t5xxl",
                    "mt5xl",
                    "text_g",
                    "clip_g",
                    "bert",
                    "text_l",
                    "clip_l",
                    "positive_prompt",
                    "caption");

    private static final Set<String> NOT_CONDITIONING =
            Set.of(
                    "model",
                    "clip",
                    "vae",
                    "image",
                    "images",
                    "pixels",
                    "mask",
                    "samples",
                    "latent",
                    "latent_image",
                    "control_net",
                    "style_model",
                    "clip_vision",
                    "clip_vision_output",
                    "gligen_textbox_model",
                    "stage_c",
                    "noise",
                    "sampler",
                    "sigmas",
                    "unet");

    private static final int DEEPEST = 200;

    boolean isEmpty() {
        return best.isBlank();
    }

    /** The text behind a sampler's positive (or negative) input. */
    static ComfyText of(ComfyGraph graph, Node sampler, boolean positive) {
        Walk walk = new Walk(graph, positive);
        walk.conditioning(sampler, 0);
        return walk.result();
    }

    static ComfyText ofEncoder(ComfyGraph graph, Node encoder) {
        Walk walk = new Walk(graph, true);
        walk.conditioning(encoder, 0);
        return walk.result();
    }

    static boolean isEncoder(Node node) {
        return node.type().contains("TextEncode")
                || node.inputs().containsKey("clip")
                        && ENCODER_TEXTS.stream().anyMatch(node.inputs()::containsKey);
    }

    private static final class Walk {

        private final ComfyGraph graph;
        private final boolean positive;
        private final Set<String> seen = new HashSet<>();
        private final Set<String> main = new LinkedHashSet<>();
        private final Set<String> extra = new LinkedHashSet<>();
        private final Set<String> notes = new LinkedHashSet<>();
        private final ComfyStrings strings;

        Walk(ComfyGraph graph, boolean positive) {
            this.graph = graph;
            this.positive = positive;
            this.strings = new ComfyStrings(graph);
        }

        void conditioning(Node node, int depth) {
            if (depth > DEEPEST || !seen.add(node.id())) {
                return;
            }
            boolean sided =
                    node.inputs().containsKey("positive") || node.inputs().containsKey("negative");
            if (node.type().contains("ZeroOut")) {
                return;
            }
            if (sided) {
                side(node, depth);
                return;
            }
            if (depth == 0 && !isEncoder(node) && node.link("guider").isPresent()) {
                follow(node.link("guider").orElseThrow(), depth);
                return;
            }
            boolean oneSided = node.type().endsWith("Guider") || depth == 0 && !isEncoder(node);
            if (!positive && oneSided) {
                node.link("neg_conditioning").ifPresent(l -> follow(l, depth));
                return;
            }
            if (isEncoder(node)) {
                encoder(node, depth);
                return;
            }
            node.inputs()
                    .forEach(
                            (name, input) -> {
                                if (input instanceof Link link
                                        && !NOT_CONDITIONING.contains(name)) {
                                    follow(link, depth);
                                }
                            });
        }

        private void side(Node node, int depth) {
            switch (node.inputs().get(positive ? "positive" : "negative")) {
                case Link link -> {
                    // Loaders with built-in prompts take the text itself through a link to a
                    // string.
                    Optional<Node> source = graph.at(link);
                    if (source.filter(ComfyStrings::makesText).isPresent()) {
                        strings.resolve(link).ifPresentOrElse(this::addMain, () -> computed(node));
                    } else {
                        follow(link, depth);
                    }
                }
                case Text text -> addMain(text.value());
                case null, default -> {}
            }
        }

        private void follow(Link link, int depth) {
            graph.at(link).ifPresent(n -> conditioning(n, depth + 1));
        }

        private void encoder(Node node, int depth) {
            boolean box = node.link("conditioning_to").isPresent();
            List<String> texts = new ArrayList<>();
            for (String name : ENCODER_TEXTS) {
                switch (node.inputs().get(name)) {
                    case Text text -> texts.add(text.value());
                    case Link link ->
                            strings.resolve(link).ifPresentOrElse(texts::add, () -> computed(node));
                    case null, default -> {}
                }
            }
            texts.removeIf(String::isBlank);
            if (box) {
                texts.forEach(t -> extra.add(t.strip()));
                notes.add("Boxes place parts of it (GLIGEN).");
                follow(node.link("conditioning_to").orElseThrow(), depth);
            } else if (!texts.isEmpty()) {
                addMain(texts.get(0));
                texts.forEach(t -> extra.add(t.strip()));
                if (texts.stream().map(String::strip).distinct().count() > 1) {
                    notes.add("Its text encoders were given different texts.");
                }
            }
            if (node.type().startsWith("TextEncodeQwenImageEdit")) {
                notes.add("It is an instruction for editing a picture, not a description of one.");
            }
        }

        private void computed(Node node) {
            notes.add(
                    "The text of "
                            + node.type()
                            + " (node "
                            + node.id()
                            + ") was made while the graph ran and is not in the file.");
        }

        private void addMain(String text) {
            if (!text.isBlank()) {
                main.add(text.strip());
            }
        }

        ComfyText result() {
            Set<String> parts = new LinkedHashSet<>(main);
            parts.addAll(extra);
            if (main.size() > 1) {
                notes.add(main.size() + " texts are combined: they were joined.");
            }
            return new ComfyText(
                    String.join(", ", main),
                    List.copyOf(parts),
                    notes.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", notes)));
        }
    }
}
