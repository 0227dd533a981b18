package eliq.hub;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which files of a repository are wanted: those that match a pattern, or, without patterns, those that a checkpoint needs
 * to be loaded (configuration, tokenizer, preprocessor, safetensors).
 *
 * @param include patterns as in a shell: {@code *} any characters, {@code ?} any one; a pattern that ends
 *     with {@code /} is a folder with all that is in it
 */
record FileChoice(List<String> include) {
    /** Names at the top of a repository; also what a critic or a scorer of this program consists of. */
    private static final List<String> NEEDED =
            List.of(
                    "config.json",
                    "generation_config.json",
                    "preprocessor_config.json",
                    "video_preprocessor_config.json",
                    "processor_config.json",
                    "tokenizer.json",
                    "tokenizer_config.json",
                    "special_tokens_map.json",
                    "added_tokens.json",
                    "vocab.json",
                    "merges.txt",
                    "chat_template.json",
                    "chat_template.jinja",
                    "adapter_config.json",
                    "adapter_model.safetensors",
                    "critic.json",
                    "scorer.json",
                    "scorer.safetensors",
                    "critic/critic.json",
                    "critic/adapter_config.json",
                    "critic/adapter_model.safetensors");

    private static final String INDEX = "model.safetensors.index.json";
    private static final Pattern SHARD = Pattern.compile("model-\\d+-of-\\d+\\.safetensors");

    FileChoice {
        include = List.copyOf(include);
    }

    /** The wanted files; may be none. */
    List<HubFile> matching(HubListing listing) {
        Predicate<String> wanted = wants(listing);
        return listing.files().stream()
                .filter(f -> wanted.test(f.path()))
                .sorted(Comparator.comparingLong(HubFile::size).thenComparing(HubFile::path))
                .toList();
    }

    /**
     * The wanted files, small ones first: they say soonest whether the rest is worth fetching.
     *
     * @throws HubException if no file is
     */
    List<HubFile> of(RepositoryId repository, HubListing listing) throws HubException {
        List<HubFile> wanted = matching(listing);
        boolean weights =
                !include.isEmpty()
                        || wanted.stream().anyMatch(f -> f.path().endsWith(".safetensors"));
        if (wanted.isEmpty() || !weights) {
            throw new HubException(
                    "Repository "
                            + repository
                            + " has "
                            + (include.isEmpty()
                                    ? "no safetensors weights"
                                    : "no file that matches " + String.join(", ", include))
                            + " at commit "
                            + listing.commit()
                            + ". It has "
                            + names(listing)
                            + "; name what to fetch with --include, or another revision.");
        }
        return wanted;
    }

    private static String names(HubListing listing) {
        int shown = 12;
        String names =
                listing.files().stream()
                        .map(HubFile::path)
                        .limit(shown)
                        .collect(Collectors.joining(", "));
        int more = listing.files().size() - shown;
        return (names.isEmpty() ? "no files" : names) + (more > 0 ? " and " + more + " more" : "");
    }

    private Predicate<String> wants(HubListing listing) {
        if (!include.isEmpty()) {
            List<Pattern> patterns = include.stream().map(FileChoice::pattern).toList();
            return path -> patterns.stream().anyMatch(p -> p.matcher(path).matches());
        }
        // A repository may hold the same weights in several forms: one file, or shards that an
        // index names.
        boolean whole = listing.find("model.safetensors").isPresent();
        return path ->
                NEEDED.contains(path)
                        || path.equals("model.safetensors")
                        || !whole && (path.equals(INDEX) || SHARD.matcher(path).matches());
    }

    private static Pattern pattern(String glob) {
        String text = glob.endsWith("/") ? glob + "*" : glob;
        StringBuilder regex = new StringBuilder();
        for (char c : text.toCharArray()) {
            regex.append(
                    switch (c) {
                        case '*' -> ".*";
                        case '?' -> ".";
                        default -> Pattern.quote(String.valueOf(c));
                    });
        }
        return Pattern.compile(regex.toString());
    }
}
