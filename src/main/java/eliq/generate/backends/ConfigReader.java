package eliq.generate.backends;

import com.fasterxml.jackson.databind.JsonNode;
import eliq.generate.GenerateException;
import eliq.generate.GenerateException.Reason;
import eliq.generate.backends.BackendConfig.Server;
import eliq.generate.comfyui.ComfyUiOptions;
import eliq.generate.comfyui.ComfyUiOptions.EarlyStopWay;
import eliq.generate.comfyui.ComfyUiOptions.OwnWorkflow;
import eliq.generate.http.HttpSettings;
import eliq.generate.openai.OpenAiOptions;
import eliq.generate.webui.WebUiModel;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One backend of the file. A field that is not there has its default. */
final class ConfigReader {
    private static final int USUAL_SIDE = 1024;

    private ConfigReader() {}

    static BackendConfig read(JsonNode node, Path file) throws GenerateException {
        Json json =
                new Json(
                        node,
                        file + ", backend \"" + node.path("name").asText("without a name") + "\"");
        String name = json.required("name");
        if (!validName(name)) {
            throw json.wrong(
                    "name",
                    "lower-case letters, digits and dashes are expected, and not 'painter'");
        }
        String kind = json.required("kind");
        BackendConfig config =
                switch (kind) {
                    case "comfyui" ->
                            new BackendConfig.ComfyUi(name, server(json), comfyUi(json, file));
                    case "webui" ->
                            new BackendConfig.WebUi(
                                    name,
                                    server(json),
                                    webUiModels(json),
                                    json.texts("weak", BackendConfig.WebUi.WEAK),
                                    json.number("denoising", BackendConfig.WebUi.DENOISING));
                    case "openai" -> new BackendConfig.OpenAi(name, server(json), openAi(json));
                    case "folder" ->
                            new BackendConfig.Folder(
                                    name,
                                    file.resolveSibling(json.required("folder")),
                                    json.text("prompts").map(file::resolveSibling));
                    default ->
                            throw json.wrong(
                                    "kind",
                                    "one of "
                                            + String.join(", ", BackendConfig.KINDS)
                                            + " is expected");
                };
        json.noOthers();
        return config;
    }

    static boolean validName(String name) {
        return name.matches("[a-z0-9][a-z0-9.-]{0,39}") && !name.equals("painter");
    }

    private static Server server(Json json) throws GenerateException {
        String url = json.required("url");
        return new Server(
                url(url).orElseThrow(
                                () ->
                                        json.wrong(
                                                "url",
                                                "an address with http:// or https:// is expected")),
                json.text("keyVariable"),
                json.text("loginVariable"),
                settings(json));
    }

    static Optional<URI> url(String written) {
        try {
            URI url = new URI(written);
            boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            return web && url.getHost() != null && url.getUserInfo() == null
                    ? Optional.of(url)
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static HttpSettings settings(Json json) throws GenerateException {
        HttpSettings d = HttpSettings.DEFAULT;
        JsonNode node = json.node("settings");
        if (node.isMissingNode()) {
            return d;
        }
        Json s = new Json(node, json.where() + ", settings");
        try {
            HttpSettings settings =
                    new HttpSettings(
                            s.time("connectTimeout", d.connectTimeout()),
                            s.time("readTimeout", d.readTimeout()),
                            s.whole("retries", d.retries()),
                            s.time("retryPause", d.retryPause()),
                            s.time("pollInterval", d.pollInterval()),
                            s.time("queueTimeout", d.queueTimeout()),
                            s.time("stallTimeout", d.stallTimeout()),
                            s.time("goneTimeout", d.goneTimeout()),
                            s.whole("resubmissions", d.resubmissions()),
                            s.whole("blackRetries", d.blackRetries()));
            s.noOthers();
            return settings;
        } catch (IllegalArgumentException e) {
            throw new GenerateException(Reason.REFUSED, s.where() + ": " + e.getMessage() + ".", e);
        }
    }

    private static ComfyUiOptions comfyUi(Json json, Path file) throws GenerateException {
        ComfyUiOptions d = ComfyUiOptions.standard();
        Map<String, Map<String, JsonNode>> inputs = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> model : json.node("inputs").properties()) {
            Map<String, JsonNode> values = new LinkedHashMap<>();
            model.getValue().properties().forEach(e -> values.put(e.getKey(), e.getValue()));
            inputs.put(model.getKey(), values);
        }
        Map<String, OwnWorkflow> workflows = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> own : json.node("workflows").properties()) {
            Json workflow =
                    new Json(own.getValue(), json.where() + ", workflow \"" + own.getKey() + "\"");
            Map<String, List<String>> slots = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> slot : workflow.node("slots").properties()) {
                List<String> at = new ArrayList<>();
                if (slot.getValue().isTextual()) {
                    at.add(slot.getValue().asText());
                }
                slot.getValue().forEach(each -> at.add(each.asText()));
                slots.put(slot.getKey(), at);
            }
            workflows.put(
                    own.getKey(),
                    new OwnWorkflow(
                            file.resolveSibling(workflow.required("file")),
                            slots,
                            workflow.whole("width", USUAL_SIDE),
                            workflow.whole("height", USUAL_SIDE),
                            workflow.flag("editor")));
            workflow.noOthers();
        }
        Optional<String> early = json.text("earlyStop");
        EarlyStopWay way = d.earlyStop();
        if (early.isPresent()) {
            way =
                    earlyStop(early.get())
                            .orElseThrow(
                                    () ->
                                            json.wrong(
                                                    "earlyStop",
                                                    "clean-estimate or latents is expected"));
        }
        return new ComfyUiOptions(inputs, workflows, json.texts("weak", d.weak()), way);
    }

    static Optional<EarlyStopWay> earlyStop(String written) {
        for (EarlyStopWay way : EarlyStopWay.values()) {
            if (way.name().replace('_', '-').equalsIgnoreCase(written)) {
                return Optional.of(way);
            }
        }
        return Optional.empty();
    }

    static String write(EarlyStopWay way) {
        return way.name().replace('_', '-').toLowerCase(Locale.ROOT);
    }

    private static List<WebUiModel> webUiModels(Json json) throws GenerateException {
        List<WebUiModel> models = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : json.node("models").properties()) {
            Json model =
                    new Json(entry.getValue(), json.where() + ", model \"" + entry.getKey() + "\"");
            String checkpoint = model.required("checkpoint");
            double distilled = model.number("distilledGuidance", 0);
            models.add(
                    new WebUiModel(
                            entry.getKey(),
                            checkpoint,
                            List.of(checkpoint),
                            model.whole("width", 512),
                            model.whole("height", 512),
                            model.whole("steps", 20),
                            model.number("guidance", 7),
                            distilled > 0 ? Optional.of(distilled) : Optional.empty(),
                            model.text("sampler").orElse("Euler"),
                            model.text("scheduler").orElse("Automatic"),
                            model.texts("modules", List.of())));
            model.noOthers();
        }
        return models;
    }

    private static OpenAiOptions openAi(Json json) throws GenerateException {
        return new OpenAiOptions(
                json.required("model"),
                json.whole("width", USUAL_SIDE),
                json.whole("height", USUAL_SIDE),
                json.text("responseFormat"),
                json.text("quality"),
                json.flag("edits"));
    }
}
