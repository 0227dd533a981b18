package eliq.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One repository in a cache of the Hugging Face layout, shared with every other tool that uses it: {@code refs} name
 * commits, {@code blobs} hold contents under their digests, {@code snapshots/COMMIT} are links to blobs, or the files
 * themselves where there are no links.
 *
 * @param root folder of the cache
 */
record CachedRepository(Path root, RepositoryId id) {
    private static final String PART = ".eliq.part";

    Path folder() {
        return root.resolve(id.folder());
    }

    Path blobs() {
        return folder().resolve("blobs");
    }

    Path blob(FileDigest digest) {
        return blobs().resolve(digest.hex());
    }

    /** What has come of a blob so far. Under a name of our own: other tools write to theirs without asking. */
    Path part(FileDigest digest) {
        return blobs().resolve(digest.hex() + PART);
    }

    static boolean isPart(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(PART) || name.endsWith(".incomplete");
    }

    Path lock(FileDigest digest) {
        return locks().resolve(digest.hex() + ".lock");
    }

    Path locks() {
        return root.resolve(".locks").resolve(id.folder());
    }

    Path refs() {
        return folder().resolve("refs");
    }

    Path snapshots() {
        return folder().resolve("snapshots");
    }

    Path snapshot(String commit) {
        return snapshots().resolve(commit);
    }

    Path file(String commit, HubFile file) {
        return snapshot(commit).resolve(file.path());
    }

    /** The commits that there are snapshots of. */
    List<String> commits() throws IOException {
        if (!Files.isDirectory(snapshots())) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(snapshots())) {
            return all.filter(Files::isDirectory)
                    .map(p -> p.getFileName().toString())
                    .filter(HubReference::isCommit)
                    .sorted()
                    .toList();
        }
    }

    /** Branches, tags and other references that are known, with their commits. */
    Map<String, String> references() throws IOException {
        Map<String, String> references = new TreeMap<>();
        for (Path file : SafeFiles.below(refs())) {
            String name = refs().relativize(file).toString().replace('\\', '/');
            commit(name).ifPresent(commit -> references.put(name, commit));
        }
        return references;
    }

    /** The commit that a revision was when it was last asked for. */
    Optional<String> commit(String revision) {
        if (HubReference.isCommit(revision)) {
            return Optional.of(revision);
        }
        Path ref = refs().resolve(revision).normalize();
        try {
            return ref.startsWith(refs()) && Files.isRegularFile(ref)
                    ? Optional.of(Files.readString(ref).strip()).filter(HubReference::isCommit)
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Remembers what a revision is now. Without a line end: other tools take the content as it is. */
    void refer(String revision, String commit) throws IOException {
        if (!HubReference.isCommit(revision) && !commit(revision).equals(Optional.of(commit))) {
            SafeFiles.write(refs().resolve(revision), commit.getBytes(), folder());
        }
    }

    /** The listing of a commit, if we or another tool kept it. */
    Optional<HubListing> listing(String commit) {
        return HubListing.read(ownListing(commit), commit)
                .or(
                        () ->
                                HubListing.read(
                                        folder().resolve("trees").resolve(commit + ".json"),
                                        commit));
    }

    /** Keeps the listing of a commit. Not where other tools would take it for a promise that all files are there. */
    void keep(HubListing listing) throws IOException {
        Files.createDirectories(folder());
        SafeFiles.write(ownListing(listing.commit()), listing.json(), folder());
    }

    Path ownListing(String commit) {
        return folder().resolve("eliq-trees").resolve(commit + ".json");
    }

    /** Whether a file is in a snapshot, at its full length. */
    boolean has(String commit, HubFile file) {
        return hasLength(file(commit, file), file.size());
    }

    /** Whether a file's content is there, so that it need not be fetched. */
    boolean hasBlob(HubFile file) {
        return hasLength(blob(file.digest()), file.size());
    }

    private static boolean hasLength(Path path, long size) {
        try {
            return Files.isRegularFile(path) && Files.size(path) == size;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Whether links can be made here.
     *
     * @param wanted false: as if they could not
     */
    boolean canLink(boolean wanted) throws IOException {
        Files.createDirectories(blobs());
        Path probe = folder().resolve(".eliq-" + UUID.randomUUID());
        try {
            if (wanted) {
                Files.createSymbolicLink(probe, Path.of("blobs"));
            }
            return wanted;
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        } finally {
            Files.deleteIfExists(probe);
        }
    }

    /** Puts a blob that is there into a snapshot. */
    void show(String commit, HubFile file, boolean link) throws IOException {
        Path target = file(commit, file);
        Files.createDirectories(target.getParent());
        Path aside = target.resolveSibling(SafeFiles.name(target));
        if (link) {
            Files.createSymbolicLink(aside, target.getParent().relativize(blob(file.digest())));
        } else {
            Files.copy(blob(file.digest()), aside);
            SafeFiles.force(aside);
        }
        SafeFiles.replace(aside, target);
    }

    /** Puts what was fetched, whole and checked, where it belongs. */
    void place(String commit, HubFile file, boolean link) throws IOException {
        Path part = part(file.digest());
        if (link) {
            SafeFiles.replace(part, blob(file.digest()));
            show(commit, file, true);
        } else {
            Path target = file(commit, file);
            Files.createDirectories(target.getParent());
            SafeFiles.replace(part, target);
        }
    }

    /** The blobs of this repository that a snapshot's files are; those of a store shared by repositories are left out. */
    List<Path> blobsOf(String commit) throws IOException {
        return SafeFiles.below(snapshot(commit)).stream()
                .filter(p -> Files.isSymbolicLink(p))
                .map(CachedRepository::target)
                .flatMap(Optional::stream)
                .filter(p -> blobs().toAbsolutePath().normalize().equals(p.getParent()))
                .distinct()
                .toList();
    }

    private static Optional<Path> target(Path link) {
        try {
            return Optional.of(
                    link.resolveSibling(Files.readSymbolicLink(link)).toAbsolutePath().normalize());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Bytes that removing a blob would free: none for a link into the shared store. */
    static long ownBytes(Path blob) {
        try {
            return Files.isRegularFile(blob, LinkOption.NOFOLLOW_LINKS) ? Files.size(blob) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    /** The digest that a snapshot's file should have, by the name of its blob. */
    static Optional<FileDigest> named(Path file) {
        return Files.isSymbolicLink(file)
                ? target(file).flatMap(p -> FileDigest.find(p.getFileName().toString()))
                : Optional.empty();
    }
}
