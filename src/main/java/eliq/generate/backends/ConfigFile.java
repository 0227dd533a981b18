package eliq.generate.backends;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eliq.file.JsonFault;
import eliq.generate.GenerateException;
import eliq.generate.GenerateException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The workspace's file {@value #NAME}: a list of backends in JSON, written by commands or by hand. */
public final class ConfigFile {
    /** In the workspace's folder. */
    public static final String NAME = "backends.json";

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path file;

    /** @param workspace its folder */
    public ConfigFile(Path workspace) {
        this.file = workspace.resolve(NAME);
    }

    public Path path() {
        return file;
    }

    /**
     * The backends, in order; none where there is no file.
     *
     * @throws GenerateException naming the place in the file that is wrong
     */
    public List<BackendConfig> read() throws GenerateException {
        if (!Files.exists(file)) {
            return List.of();
        }
        JsonNode json;
        try {
            json = JSON.readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new GenerateException(
                    Reason.REFUSED,
                    file + ": cannot be read as JSON (" + JsonFault.of(e) + "); mend or delete it.",
                    e);
        }
        if (!json.path("backends").isArray()) {
            throw new GenerateException(
                    Reason.REFUSED,
                    file + ": a list under \"backends\" is expected; mend or delete it.");
        }
        List<BackendConfig> all = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (JsonNode backend : json.path("backends")) {
            BackendConfig config = ConfigReader.read(backend, file);
            if (!names.add(config.name())) {
                throw new GenerateException(
                        Reason.REFUSED,
                        file + ": there are two backends named \"" + config.name() + "\".");
            }
            all.add(config);
        }
        return all;
    }

    /**
     * One backend, checked as it is when it stands in the file.
     *
     * @param fields as in the file; relative paths are relative to it
     */
    public BackendConfig parse(JsonNode fields) throws GenerateException {
        return ConfigReader.read(fields, file);
    }

    /** Replaces the file as a whole: written aside, flushed to the disk, then renamed. */
    public void write(List<BackendConfig> backends) throws GenerateException {
        ObjectNode json = JSON.createObjectNode();
        ArrayNode list = json.putArray("backends");
        backends.forEach(backend -> list.add(ConfigWriter.write(backend)));
        Path aside = file.resolveSibling(NAME + ".part");
        try {
            Files.createDirectories(file.getParent());
            ByteBuffer bytes = ByteBuffer.wrap(JSON.writeValueAsBytes(json));
            try (FileChannel channel =
                    FileChannel.open(
                            aside,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.TRUNCATE_EXISTING,
                            StandardOpenOption.WRITE)) {
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new GenerateException(
                    file
                            + ": cannot be written ("
                            + e.getMessage()
                            + "); check free space and permissions.",
                    e);
        }
    }
}
