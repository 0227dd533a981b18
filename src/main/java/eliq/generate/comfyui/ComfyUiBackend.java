package eliq.generate.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import eliq.generate.Backend;
import eliq.generate.GenerateException;
import eliq.generate.GenerateException.Reason;
import eliq.generate.Health;
import eliq.generate.Health.ModelState;
import eliq.generate.ImageEditor;
import eliq.generate.ImageGenerator;
import eliq.generate.comfyui.ComfyUiOptions.OwnWorkflow;
import eliq.generate.http.Http;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A ComfyUI server with the method's models and the user's own workflows. */
public final class ComfyUiBackend implements Backend {
    private static final int OWN_STEP = 8;

    private final Http http;
    private final ComfyClient client;
    private final List<ComfyModel> models = new ArrayList<>();
    private final List<ImageGenerator> generators = new ArrayList<>();
    private final List<ImageEditor> editors = new ArrayList<>();

    /**
     * @throws GenerateException where the options name what is not there; the server is not asked
     */
    public ComfyUiBackend(Http http, ComfyUiOptions options) throws GenerateException {
        this.http = http;
        this.client = new ComfyClient(http);
        Map<String, ComfyModel> byKey = new LinkedHashMap<>();
        for (ModelSpec spec : specs(options)) {
            ComfyModel model = new ComfyModel(spec, client);
            byKey.put(spec.key(), model);
            models.add(model);
        }
        List<ComfyModel> weak = new ArrayList<>();
        for (String key : options.weak()) {
            if (!byKey.containsKey(key)) {
                throw refused("there is no model '" + key + "' to draw weak pictures with");
            }
            weak.add(byKey.get(key));
        }
        ComfyWork work = new ComfyWork(client);
        for (ComfyModel model : models) {
            String name = http.name() + "/" + model.spec().key();
            if (model.spec().role() == ModelSpec.Role.EDITOR) {
                editors.add(new ComfyEditor(name, model, work));
            } else {
                // A weak model's own weaker ones are those after it.
                List<ComfyModel> weaker = weak.subList(weak.indexOf(model) + 1, weak.size());
                generators.add(new ComfyGenerator(name, model, weaker, options.earlyStop(), work));
            }
        }
    }

    @Override
    public String name() {
        return http.name();
    }

    @Override
    public List<ImageGenerator> generators() {
        return List.copyOf(generators);
    }

    @Override
    public List<ImageEditor> editors() {
        return List.copyOf(editors);
    }

    @Override
    public Health check() {
        try {
            ComfyClient.Server server = client.server();
            ServerNodes nodes = new ServerNodes(client);
            List<ModelState> states = new ArrayList<>();
            for (ComfyModel model : models) {
                Readiness readiness = model.look(nodes);
                states.add(
                        new ModelState(
                                http.name() + "/" + model.spec().key(),
                                model.spec().title(),
                                readiness.missing()));
            }
            return new Health(
                    true,
                    "ComfyUI " + server.version() + " on " + String.join(", ", server.devices()),
                    states);
        } catch (GenerateException e) {
            return Health.unreachable(e.getMessage());
        }
    }

    private List<ModelSpec> specs(ComfyUiOptions options) throws GenerateException {
        Map<String, ModelSpec> specs = new LinkedHashMap<>();
        for (ModelSpec spec : ShippedModels.all()) {
            specs.put(spec.key(), spec);
        }
        for (Map.Entry<String, OwnWorkflow> own : options.workflows().entrySet()) {
            specs.put(own.getKey(), own(own.getKey(), own.getValue()));
        }
        for (Map.Entry<String, Map<String, JsonNode>> changed : options.files().entrySet()) {
            ModelSpec spec = specs.get(changed.getKey());
            if (spec == null) {
                throw refused(
                        "there is no model '%s' to set values of; known: %s"
                                .formatted(changed.getKey(), String.join(", ", specs.keySet())));
            }
            specs.put(spec.key(), changed(spec, changed.getValue()));
        }
        return List.copyOf(specs.values());
    }

    private static ModelSpec own(String key, OwnWorkflow own) throws GenerateException {
        Map<Slot, List<String>> slots = new EnumMap<>(Slot.class);
        for (Map.Entry<String, List<String>> slot : own.slots().entrySet()) {
            try {
                slots.put(Slot.valueOf(slot.getKey().toUpperCase(Locale.ROOT)), slot.getValue());
            } catch (IllegalArgumentException e) {
                throw WorkflowReader.refused(
                        "%s: there is no slot '%s'; known: prompt, negative, seed, width, height, image, prefix"
                                .formatted(own.file(), slot.getKey()));
            }
        }
        Workflow workflow = WorkflowReader.read(own.file(), slots);
        if (own.editor() && !workflow.has(Slot.IMAGE)) {
            throw WorkflowReader.refused(
                    own.file()
                            + ": an editor's workflow needs one LoadImage node that takes the picture; or name it, as in image=41.image");
        }
        return new ModelSpec(
                key,
                own.file().getFileName().toString(),
                own.editor() ? ModelSpec.Role.EDITOR : ModelSpec.Role.STRONG,
                own.width(),
                own.height(),
                OWN_STEP,
                "",
                List.of(workflow));
    }

    /** The model with other values; a variant that has not all of these inputs is left out. */
    private ModelSpec changed(ModelSpec spec, Map<String, JsonNode> values)
            throws GenerateException {
        List<Workflow> variants = new ArrayList<>();
        for (Workflow variant : spec.variants()) {
            Map<NodeInput, JsonNode> inputs = new HashMap<>();
            for (Map.Entry<String, JsonNode> value : values.entrySet()) {
                NodeInput at;
                try {
                    at = NodeInput.of(value.getKey());
                } catch (IllegalArgumentException e) {
                    throw refused("model " + spec.key() + ": " + e.getMessage());
                }
                if (variant.graph().path(at.node()).path("inputs").has(at.input())) {
                    inputs.put(at, value.getValue());
                }
            }
            if (inputs.size() == values.size()) {
                variants.add(variant.with(inputs));
            }
        }
        if (variants.isEmpty()) {
            throw refused(
                    "model %s: its workflow has no inputs %s"
                            .formatted(spec.key(), String.join(", ", values.keySet())));
        }
        return new ModelSpec(
                spec.key(),
                spec.title(),
                spec.role(),
                spec.width(),
                spec.height(),
                spec.step(),
                spec.noise(),
                variants);
    }

    private GenerateException refused(String what) {
        return new GenerateException(Reason.REFUSED, http.name() + ": " + what + ".");
    }
}
