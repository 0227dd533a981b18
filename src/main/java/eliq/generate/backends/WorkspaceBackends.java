package eliq.generate.backends;

import eliq.generate.GenerateException;
import eliq.generate.GenerateException.Reason;
import eliq.generate.Generators;
import eliq.generate.ImageEditor;
import eliq.generate.ImageGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The backends of a workspace as its file has them now: it is read when one is first asked for, and again when it has
 * changed. May be used by several threads.
 */
public final class WorkspaceBackends implements Generators {
    private final ConfigFile file;
    private final Map<String, String> environment;
    private String read = "";
    private Optional<Backends> backends = Optional.empty();

    /**
     * @param workspace its folder
     * @param environment variables, where secrets are looked up
     */
    public WorkspaceBackends(Path workspace, Map<String, String> environment) {
        this.file = new ConfigFile(workspace);
        this.environment = Map.copyOf(environment);
    }

    /** Where they are written down. */
    public ConfigFile file() {
        return file;
    }

    /**
     * As they are now.
     *
     * @throws GenerateException where the file is wrong
     */
    public synchronized Backends current() throws GenerateException {
        String now = content();
        if (backends.isEmpty() || !now.equals(read)) {
            backends = Optional.of(Backends.of(file.read(), environment));
            read = now;
        }
        return backends.get();
    }

    private String content() throws GenerateException {
        try {
            return Files.exists(file.path()) ? Files.readString(file.path()) : "";
        } catch (IOException e) {
            throw new GenerateException(
                    Reason.REFUSED,
                    file.path() + ": cannot be read (" + e.getMessage() + "); mend or delete it.",
                    e);
        }
    }

    @Override
    public List<String> generatorNames() throws GenerateException {
        return current().generatorNames();
    }

    @Override
    public List<String> editorNames() throws GenerateException {
        return current().editorNames();
    }

    @Override
    public ImageGenerator generator(String name) throws GenerateException {
        return current().generator(name);
    }

    @Override
    public ImageEditor editor(String name) throws GenerateException {
        return current().editor(name);
    }
}
