package eliq.app.generate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eliq.app.words.Failure;
import eliq.generate.Backend;
import eliq.generate.GenerateException;
import eliq.generate.Health;
import eliq.generate.ImageGenerator;
import eliq.generate.backends.BackendConfig;
import eliq.generate.backends.Backends;
import eliq.generate.backends.ConfigFile;
import eliq.generate.backends.WorkspaceBackends;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Where pictures are made, and how that is. JavaFX thread only. Knows no scene graph. */
public final class BackendsViewModel {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final WorkspaceBackends backends;
    private final Executor network;
    private final Executor ui;
    private final ObservableList<BackendRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper();

    /**
     * @param network runs what waits for servers, one after another
     * @param ui runs things on the JavaFX thread
     */
    public BackendsViewModel(WorkspaceBackends backends, Executor network, Executor ui) {
        this.backends = backends;
        this.network = network;
        this.ui = ui;
    }

    // Properties

    public ObservableList<BackendRow> rows() {
        return rows;
    }

    /** One sentence on what just happened; empty where there is nothing to say. */
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** Whether backends are being asked. */
    public ReadOnlyBooleanProperty askingProperty() {
        return asking.getReadOnlyProperty();
    }

    // Commands

    /** Reads which backends there are; asks none. */
    public void refresh() {
        network.execute(
                () -> {
                    try {
                        List<BackendRow> found = read(backends.current());
                        ui.execute(() -> rows.setAll(found));
                    } catch (GenerateException e) {
                        say(Failure.sentence(e));
                    }
                });
    }

    /** Asks all backends how they are; each answer is shown as it comes. */
    public void test() {
        asking.set(true);
        network.execute(
                () -> {
                    try {
                        Backends now = backends.current();
                        for (String name : now.names()) {
                            Health health = health(now, name);
                            ui.execute(
                                    () ->
                                            rows.replaceAll(
                                                    r ->
                                                            r.name().equals(name)
                                                                    ? r.with(health)
                                                                    : r));
                        }
                    } catch (GenerateException e) {
                        say(Failure.sentence(e));
                    } finally {
                        ui.execute(() -> asking.set(false));
                    }
                });
    }

    /**
     * Sets a backend up; no server is asked, and no secret is stored.
     *
     * @param kind comfyui, webui, openai or folder
     * @param place address, or folder of images
     * @param keyVariable environment variable that holds the key; empty for none
     * @param model of an openai backend; empty elsewhere
     */
    public void add(String name, String kind, String place, String keyVariable, String model) {
        ObjectNode fields = JSON.createObjectNode();
        fields.put("name", name.strip()).put("kind", kind);
        fields.put(kind.equals("folder") ? "folder" : "url", place.strip());
        if (!keyVariable.isBlank()) {
            fields.put("keyVariable", keyVariable.strip());
        }
        if (!model.isBlank()) {
            fields.put("model", model.strip());
        }
        network.execute(
                () -> {
                    try {
                        ConfigFile file = backends.file();
                        BackendConfig config = file.parse(fields);
                        Backends.check(config);
                        List<BackendConfig> all = new ArrayList<>(file.read());
                        boolean known = all.removeIf(c -> c.name().equals(config.name()));
                        all.add(config);
                        file.write(all);
                        say(
                                (known ? "Replaced “" : "Added “")
                                        + config.name()
                                        + "”. Test it to know whether it can be reached.");
                        refresh();
                    } catch (GenerateException e) {
                        say(Failure.sentence(e));
                    }
                });
    }

    /** Forgets a backend; its images stay, and it can be set up again. */
    public void remove(BackendRow row) {
        network.execute(
                () -> {
                    try {
                        ConfigFile file = backends.file();
                        List<BackendConfig> all = new ArrayList<>(file.read());
                        boolean known = all.removeIf(c -> c.name().equals(row.name()));
                        if (known) {
                            file.write(all);
                        }
                        say(
                                known
                                        ? "Removed “" + row.name() + "”; its images stay."
                                        : "“"
                                                + row.name()
                                                + "” does not stand in "
                                                + file.path().getFileName()
                                                + "; it cannot be removed here.");
                        refresh();
                    } catch (GenerateException e) {
                        say(Failure.sentence(e));
                    }
                });
    }

    private static List<BackendRow> read(Backends now) throws GenerateException {
        List<BackendRow> rows = new ArrayList<>();
        rows.add(row("painter", "painter", "built in", now));
        for (BackendConfig config : now.configs()) {
            rows.add(row(config.name(), config.kind(), config.place(), now));
        }
        return rows;
    }

    private static BackendRow row(String name, String kind, String place, Backends now) {
        try {
            Backend backend = now.backend(name);
            return new BackendRow(
                    name,
                    kind,
                    place,
                    backend.generators().stream().map(ImageGenerator::name).toList(),
                    Optional.empty(),
                    Optional.empty());
        } catch (GenerateException e) {
            return new BackendRow(
                    name, kind, place, List.of(), Optional.of(e.getMessage()), Optional.empty());
        }
    }

    private static Health health(Backends now, String name) {
        try {
            return now.backend(name).check();
        } catch (GenerateException e) {
            return Health.unreachable(e.getMessage());
        }
    }

    private void say(String sentence) {
        ui.execute(() -> notice.set(sentence));
    }
}
