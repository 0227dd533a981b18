package eliq.generate.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eliq.generate.GenerateException;
import eliq.generate.comfyui.ComfyUiOptions.EarlyStopWay;
import java.util.Map;
import java.util.Optional;

/**
 * Changes a graph so that the latents of an unfinished run are decoded. Works on any graph whose first sampler is one of
 * ComfyUI's own: {@code KSampler}, {@code KSamplerAdvanced}, {@code SamplerCustomAdvanced} or {@code SamplerCustom}.
 */
final class EarlyStop {

    private EarlyStop() {}

    /**
     * Stops a graph after a share of its sampler's steps, at least one and not all of them.
     *
     * @param name for messages
     * @param graph changed in place
     * @param progress share of the steps, 0..1
     * @param noise of the model, where it is known; without, noisy latents are decoded in the scale that ComfyUI leaves
     *     them in
     */
    static void apply(
            String name,
            ObjectNode graph,
            Optional<String> sampler,
            double progress,
            EarlyStopWay way,
            Optional<NoiseSchedule> noise)
            throws GenerateException {
        if (sampler.isEmpty()) {
            throw cannot(name, "it has no sampler");
        }
        if (GraphSlots.samplers(graph) > 1) {
            throw cannot(name, "a second sampler goes on where the first one stops");
        }
        ObjectNode node = (ObjectNode) graph.path(sampler.get());
        String type = node.path("class_type").asText();
        Cut cut =
                switch (type) {
                    case "KSampler", "KSamplerAdvanced" -> sampler(name, node, type, progress, way);
                    case "SamplerCustomAdvanced", "SamplerCustom" ->
                            sigmas(name, graph, sampler.get(), node, progress, way);
                    default -> throw cannot(name, "its sampler is of the kind " + type);
                };
        node.putObject("_meta")
                .put("title", "stopped after step " + cut.steps() + " of " + cut.of());
        if (way == EarlyStopWay.LATENTS && noise.isPresent()) {
            double scale = noise.get().scale(noise.get().sigma(cut.steps(), cut.of()));
            multiply(graph, sampler.get(), scale);
        }
    }

    private record Cut(int steps, int of) {}

    private static Cut cut(String name, JsonNode steps, double progress) throws GenerateException {
        if (!steps.isIntegralNumber() || steps.asInt() < 2) {
            throw cannot(name, "its sampler does not say a number of steps of at least 2");
        }
        int all = steps.asInt();
        return new Cut(Math.clamp(Math.round(progress * all), 1, all - 1), all);
    }

    private static Cut sampler(
            String name, ObjectNode node, String type, double progress, EarlyStopWay way)
            throws GenerateException {
        ObjectNode inputs = (ObjectNode) node.path("inputs");
        Cut cut = cut(name, inputs.path("steps"), progress);
        if (type.equals("KSampler")) {
            if (inputs.path("denoise").asDouble(1) < 1) {
                throw cannot(name, "its sampler starts from a picture (denoise below 1)");
            }
            inputs.remove("denoise");
            inputs.set("noise_seed", inputs.remove("seed"));
            inputs.put("add_noise", "enable");
            inputs.put("start_at_step", 0);
            node.put("class_type", "KSamplerAdvanced");
        }
        inputs.put("end_at_step", cut.steps());
        inputs.put(
                "return_with_leftover_noise",
                way == EarlyStopWay.CLEAN_ESTIMATE ? "disable" : "enable");
        return cut;
    }

    private static Cut sigmas(
            String name,
            ObjectNode graph,
            String sampler,
            ObjectNode node,
            double progress,
            EarlyStopWay way)
            throws GenerateException {
        ObjectNode inputs = (ObjectNode) node.path("inputs");
        JsonNode sigmas = inputs.path("sigmas");
        Cut cut =
                cut(
                        name,
                        graph.path(sigmas.path(0).asText()).path("inputs").path("steps"),
                        progress);
        String split = sampler + "-early";
        ObjectNode splitting = graph.putObject(split).put("class_type", "SplitSigmas");
        splitting.putObject("inputs").put("step", cut.steps()).set("sigmas", sigmas);
        inputs.putArray("sigmas").add(split).add(0);
        if (way == EarlyStopWay.CLEAN_ESTIMATE) {
            relink(graph, sampler, 0, sampler, 1, "");
        }
        return cut;
    }

    private static void multiply(ObjectNode graph, String sampler, double scale) {
        String scaling = sampler + "-scale";
        relink(graph, sampler, 0, scaling, 0, sampler);
        ObjectNode inputs =
                graph.putObject(scaling).put("class_type", "LatentMultiply").putObject("inputs");
        inputs.putArray("samples").add(sampler).add(0);
        inputs.put("multiplier", scale);
    }

    private static void relink(
            ObjectNode graph, String from, int slot, String to, int toSlot, String except) {
        for (Map.Entry<String, JsonNode> node : graph.properties()) {
            if (node.getKey().equals(except)) {
                continue;
            }
            ObjectNode inputs = (ObjectNode) node.getValue().path("inputs");
            for (String name : inputs.properties().stream().map(Map.Entry::getKey).toList()) {
                JsonNode value = inputs.path(name);
                if (value.isArray()
                        && value.path(0).asText().equals(from)
                        && value.path(1).asInt() == slot) {
                    inputs.putArray(name).add(to).add(toSlot);
                }
            }
        }
    }

    private static GenerateException cannot(String name, String why) {
        return WorkflowReader.refused(
                name + ": this workflow cannot be stopped early, because " + why + ".");
    }
}
