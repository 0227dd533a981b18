package eliq.image;

import eliq.image.ComfyGraph.Link;
import eliq.image.ComfyGraph.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The prompt of a ComfyUI graph: from the node that saved the picture back to its samplers, and from each sampler's conditioning
 * back to the text.
 */
final class ComfyPrompt {

    private static final Set<String> OUTPUTS =
            Set.of("SaveImage", "PreviewImage", "SaveImageWebsocket");
    private static final List<String> SEEDS = List.of("seed", "noise_seed");
    private static final List<String> MODELS =
            List.of("ckpt_name", "unet_name", "base_ckpt_name", "model_name", "model_path");

    private final ComfyGraph graph;

    private ComfyPrompt(ComfyGraph graph) {
        this.graph = graph;
    }

    static GenerationMetadata read(ComfyGraph graph) {
        return new ComfyPrompt(graph).read();
    }

    private GenerationMetadata read() {
        List<Node> samplers = samplers();
        if (samplers.isEmpty()) {
            return withoutSampler();
        }
        // The sampler that is farthest from the saved picture began from noise: its text made the
        // picture,
        // later ones refine it.
        List<ComfyText> positives = new ArrayList<>();
        for (Node sampler : samplers.reversed()) {
            ComfyText text = ComfyText.of(graph, sampler, true);
            if (!text.isEmpty() || text.note().isPresent()) {
                positives.add(text);
            }
        }
        Optional<ComfyText> main =
                positives.stream()
                        .filter(t -> !t.isEmpty())
                        .findFirst()
                        .or(() -> positives.stream().findFirst());
        Node first = samplers.getLast();
        Set<String> candidates = new LinkedHashSet<>();
        positives.forEach(t -> candidates.addAll(t.parts()));
        Optional<String> prompt = main.filter(t -> !t.isEmpty()).map(ComfyText::best);
        List<String> notes = new ArrayList<>();
        main.flatMap(ComfyText::note).ifPresent(notes::add);
        if (prompt.isEmpty() && notes.isEmpty()) {
            notes.add("The text that leads to the sampler (" + first.type() + ") is empty.");
        }
        long different =
                positives.stream()
                        .filter(t -> !t.isEmpty())
                        .map(ComfyText::best)
                        .distinct()
                        .count();
        if (different > 1) {
            notes.add(
                    "Its "
                            + samplers.size()
                            + " samplers have different texts: that of the first was taken.");
        }
        boolean doubt = candidates.size() > 1;
        return new GenerationMetadata(
                "ComfyUI",
                prompt,
                Optional.of(ComfyText.of(graph, first, false).best()),
                seed(first),
                model(first),
                doubt ? List.copyOf(candidates) : List.of(),
                notes.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", notes)));
    }

    /** The samplers on the way to the saved picture, the nearest to it first. */
    private List<Node> samplers() {
        List<Node> starts = outputs();
        List<Node> found = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        Deque<Node> open = new ArrayDeque<>(starts);
        while (!open.isEmpty()) {
            Node node = open.removeFirst();
            if (!seen.add(node.id())) {
                continue;
            }
            if (isSampler(node)) {
                found.add(node);
            }
            for (var input : node.inputs().entrySet()) {
                if (input.getValue() instanceof Link link && carriesPicture(input.getKey())) {
                    graph.at(link).ifPresent(open::addLast);
                }
            }
        }
        return found;
    }

    private List<Node> outputs() {
        List<Node> saving =
                graph.nodes().values().stream()
                        .filter(n -> OUTPUTS.contains(n.type()) || n.type().startsWith("Save"))
                        .toList();
        List<Node> images = saving.stream().filter(n -> n.link("images").isPresent()).toList();
        if (!images.isEmpty()) {
            return images;
        }
        // No saving node is known: any node may be the last one.
        return List.copyOf(graph.nodes().values());
    }

    private static boolean carriesPicture(String input) {
        return !input.startsWith("model")
                && !input.startsWith("clip")
                && !input.equals("vae")
                && !input.equals("control_net")
                && !input.startsWith("mask");
    }

    private static boolean isSampler(Node node) {
        if (node.link("guider").isPresent()) {
            return true;
        }
        boolean conditioned =
                node.inputs().containsKey("positive") || node.inputs().containsKey("conditioning");
        boolean samples =
                SEEDS.stream().anyMatch(node.inputs()::containsKey)
                        || node.inputs().containsKey("latent_image")
                        || node.inputs().containsKey("sampler_name");
        return conditioned && samples && !node.type().startsWith("BasicGuider");
    }

    private Optional<Long> seed(Node sampler) {
        for (String name : List.of("seed", "noise_seed", "noise")) {
            switch (sampler.inputs().get(name)) {
                case ComfyGraph.Number number -> {
                    return Optional.of(number.value());
                }
                case Link link -> {
                    Optional<Node> source = graph.at(link);
                    for (String inner : List.of("noise_seed", "seed", "value", "int")) {
                        if (source.map(n -> n.inputs().get(inner)).orElse(null)
                                instanceof ComfyGraph.Number number) {
                            return Optional.of(number.value());
                        }
                    }
                }
                case null, default -> {}
            }
        }
        return Optional.empty();
    }

    private Optional<String> model(Node sampler) {
        Deque<Node> open = new ArrayDeque<>(List.of(sampler));
        Set<String> seen = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            Node node = open.removeFirst();
            if (!seen.add(node.id())) {
                continue;
            }
            for (String name : MODELS) {
                if (node.text(name).isPresent()) {
                    return node.text(name);
                }
            }
            for (String name : List.of("model", "guider", "model1", "unet", "basic_pipe")) {
                node.link(name).flatMap(graph::at).ifPresent(open::addLast);
            }
        }
        return Optional.empty();
    }

    /** A graph whose sampler is of an unknown kind, or none: the texts of its encoders are offered. */
    private GenerationMetadata withoutSampler() {
        Set<String> texts = new LinkedHashSet<>();
        for (Node node : graph.nodes().values()) {
            if (ComfyText.isEncoder(node)) {
                texts.addAll(ComfyText.ofEncoder(graph, node).parts());
            }
        }
        String note =
                texts.isEmpty()
                        ? "Its graph has no sampler and no text that this program knows."
                        : "Its graph has no sampler that this program knows: which of its texts is the prompt cannot be told.";
        boolean single = texts.size() == 1;
        return new GenerationMetadata(
                "ComfyUI",
                single ? texts.stream().findFirst() : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                single ? List.of() : List.copyOf(texts),
                Optional.of(
                        single
                                ? "Its graph has no sampler that this program knows: its only text was taken."
                                : note));
    }
}
