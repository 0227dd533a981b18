package eliq.hub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All files of a repository at one commit. On disk it has the form in which newer versions of the Hugging Face client keep
 * listings in {@code trees/COMMIT.json}.
 *
 * @param commit 40 hexadecimal digits
 */
record HubListing(String commit, List<HubFile> files) {
    private static final ObjectMapper JSON = new ObjectMapper();

    HubListing {
        files = List.copyOf(files);
    }

    Optional<HubFile> find(String path) {
        return files.stream().filter(f -> f.path().equals(path)).findFirst();
    }

    /** As bytes to keep. */
    byte[] json() {
        ObjectNode root = JSON.createObjectNode().put("format_version", 1);
        ObjectNode all = root.putObject("files");
        for (HubFile file : files) {
            ObjectNode entry = all.putObject(file.path()).put("size", file.size());
            switch (file.digest().kind()) {
                case SHA256 ->
                        entry.put("lfs_sha256", file.digest().hex()).put("lfs_size", file.size());
                case GIT_BLOB -> entry.put("blob_id", file.digest().hex());
            }
        }
        try {
            return JSON.writeValueAsBytes(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a listing is JSON", e);
        }
    }

    /** A listing that was kept; none where there is no file, or one of another form. */
    static Optional<HubListing> read(Path file, String commit) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            JsonNode root = JSON.readTree(Files.readAllBytes(file));
            if (root.path("format_version").asInt() != 1 || !root.path("files").isObject()) {
                return Optional.empty();
            }
            List<HubFile> files = new ArrayList<>();
            for (var each : root.path("files").properties()) {
                JsonNode entry = each.getValue();
                boolean large = entry.hasNonNull("lfs_sha256");
                String hex = entry.path(large ? "lfs_sha256" : "blob_id").asText();
                long size =
                        entry.path(large && entry.has("lfs_size") ? "lfs_size" : "size").asLong(-1);
                files.add(
                        new HubFile(
                                each.getKey(),
                                size,
                                new FileDigest(
                                        large ? FileDigest.Kind.SHA256 : FileDigest.Kind.GIT_BLOB,
                                        hex)));
            }
            return Optional.of(new HubListing(commit, files));
        } catch (IOException | IllegalArgumentException e) {
            // It can be fetched again.
            return Optional.empty();
        }
    }
}
