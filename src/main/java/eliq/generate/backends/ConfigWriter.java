package eliq.generate.backends;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eliq.generate.backends.BackendConfig.Server;
import eliq.generate.comfyui.ComfyUiOptions;
import eliq.generate.http.HttpSettings;
import eliq.generate.openai.OpenAiOptions;
import eliq.generate.webui.WebUiModel;
import java.time.Duration;
import java.util.List;

/** One backend as it stands in the file. What has its default is left out. */
final class ConfigWriter {

    private ConfigWriter() {}

    static ObjectNode write(BackendConfig config) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", config.name()).put("kind", config.kind());
        switch (config) {
            case BackendConfig.ComfyUi comfy -> {
                server(json, comfy.server());
                comfyUi(json, comfy.options());
            }
            case BackendConfig.WebUi web -> {
                server(json, web.server());
                web.models().forEach(model -> webUiModel(json.withObjectProperty("models"), model));
                if (!web.weak().equals(BackendConfig.WebUi.WEAK)) {
                    texts(json, "weak", web.weak());
                }
                if (web.denoising() != BackendConfig.WebUi.DENOISING) {
                    json.put("denoising", web.denoising());
                }
            }
            case BackendConfig.OpenAi openAi -> {
                server(json, openAi.server());
                openAi(json, openAi.options());
            }
            case BackendConfig.Folder folder -> {
                json.put("folder", folder.folder().toString());
                folder.prompts().ifPresent(table -> json.put("prompts", table.toString()));
            }
        }
        return json;
    }

    private static void server(ObjectNode json, Server server) {
        json.put("url", server.url().toString());
        server.keyVariable().ifPresent(name -> json.put("keyVariable", name));
        server.loginVariable().ifPresent(name -> json.put("loginVariable", name));
        HttpSettings s = server.settings();
        HttpSettings d = HttpSettings.DEFAULT;
        ObjectNode settings = JsonNodeFactory.instance.objectNode();
        time(settings, "connectTimeout", s.connectTimeout(), d.connectTimeout());
        time(settings, "readTimeout", s.readTimeout(), d.readTimeout());
        whole(settings, "retries", s.retries(), d.retries());
        time(settings, "retryPause", s.retryPause(), d.retryPause());
        time(settings, "pollInterval", s.pollInterval(), d.pollInterval());
        time(settings, "queueTimeout", s.queueTimeout(), d.queueTimeout());
        time(settings, "stallTimeout", s.stallTimeout(), d.stallTimeout());
        time(settings, "goneTimeout", s.goneTimeout(), d.goneTimeout());
        whole(settings, "resubmissions", s.resubmissions(), d.resubmissions());
        whole(settings, "blackRetries", s.blackRetries(), d.blackRetries());
        if (!settings.isEmpty()) {
            json.set("settings", settings);
        }
    }

    private static void time(ObjectNode json, String field, Duration value, Duration usual) {
        if (!value.equals(usual)) {
            json.put(field, Json.write(value));
        }
    }

    private static void whole(ObjectNode json, String field, int value, int usual) {
        if (value != usual) {
            json.put(field, value);
        }
    }

    private static void comfyUi(ObjectNode json, ComfyUiOptions options) {
        ComfyUiOptions d = ComfyUiOptions.standard();
        options.files()
                .forEach(
                        (model, values) ->
                                values.forEach(
                                        (input, value) ->
                                                json.withObjectProperty("inputs")
                                                        .withObjectProperty(model)
                                                        .set(input, value)));
        options.workflows()
                .forEach(
                        (key, own) -> {
                            ObjectNode workflow =
                                    json.withObjectProperty("workflows").putObject(key);
                            workflow.put("file", own.file().toString());
                            own.slots()
                                    .forEach(
                                            (slot, at) ->
                                                    texts(
                                                            workflow.withObjectProperty("slots"),
                                                            slot,
                                                            at));
                            workflow.put("width", own.width()).put("height", own.height());
                            if (own.editor()) {
                                workflow.put("editor", true);
                            }
                        });
        if (!options.weak().equals(d.weak())) {
            texts(json, "weak", options.weak());
        }
        if (options.earlyStop() != d.earlyStop()) {
            json.put("earlyStop", ConfigReader.write(options.earlyStop()));
        }
    }

    private static void webUiModel(ObjectNode models, WebUiModel model) {
        ObjectNode json = models.putObject(model.key());
        json.put("checkpoint", model.checkpoints().getFirst());
        json.put("width", model.width()).put("height", model.height());
        json.put("steps", model.steps()).put("guidance", model.guidance());
        model.distilledGuidance().ifPresent(value -> json.put("distilledGuidance", value));
        json.put("sampler", model.sampler()).put("scheduler", model.scheduler());
        if (!model.modules().isEmpty()) {
            texts(json, "modules", model.modules());
        }
    }

    private static void openAi(ObjectNode json, OpenAiOptions options) {
        json.put("model", options.model());
        json.put("width", options.width()).put("height", options.height());
        options.responseFormat().ifPresent(value -> json.put("responseFormat", value));
        options.quality().ifPresent(value -> json.put("quality", value));
        if (options.edits()) {
            json.put("edits", true);
        }
    }

    private static void texts(ObjectNode json, String field, List<String> values) {
        values.forEach(json.putArray(field)::add);
    }
}
