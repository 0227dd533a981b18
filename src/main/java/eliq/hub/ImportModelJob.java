package eliq.hub;

import eliq.job.Job;
import eliq.job.JobCancelledException;
import eliq.job.JobContext;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Makes a model in a folder known to the workspace by a name: where it lies, or as a copy. A copy appears under its name
 * when it is whole; one that was stopped goes on file by file.
 */
public final class ImportModelJob implements Job<ImportModel, ImportedModel> {
    public static final String KIND = "import-model";
    private static final int CHUNK = 8 << 20;

    private final Path shelf;
    private final DiskSpace disk;

    /**
     * @param workspaceModels folder of the workspace's models
     */
    public ImportModelJob(Path workspaceModels) {
        this(workspaceModels, DiskSpace.real());
    }

    ImportModelJob(Path workspaceModels, DiskSpace disk) {
        this.shelf = workspaceModels;
        this.disk = disk;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<ImportModel> parametersType() {
        return ImportModel.class;
    }

    @Override
    public Class<ImportedModel> resultType() {
        return ImportedModel.class;
    }

    @Override
    public boolean exclusive() {
        return false;
    }

    @Override
    public ImportedModel run(ImportModel parameters, JobContext context)
            throws HubException, JobCancelledException {
        CheckpointFolder source = checked(parameters);
        Shelf models = new Shelf(shelf);
        try {
            Path own = models.folder().resolve(parameters.name());
            Optional<Path> referred = models.location(parameters.name());
            boolean same = referred.equals(Optional.of(parameters.folder()));
            // A copy that was just made when the process died is this job's own.
            boolean finished =
                    parameters.copy() && context.resumed() && Files.exists(doneMark(context));
            if (!finished && Files.exists(own) || referred.isPresent() && !same) {
                throw new HubException(
                        "There is a model '"
                                + parameters.name()
                                + "' already; choose another name with --name, or remove that one first"
                                + " ('eliq models remove "
                                + parameters.name()
                                + "').");
            }
            if (!parameters.copy()) {
                models.refer(parameters.name(), parameters.folder());
                return new ImportedModel(
                        parameters.name(), source.kind(), source.folder(), source.bytes());
            }
            if (!finished || !Files.isDirectory(own)) {
                copy(source, own, context);
            }
            Files.deleteIfExists(models.locationFile(parameters.name()));
            return new ImportedModel(
                    parameters.name(),
                    source.kind(),
                    own.toAbsolutePath().normalize(),
                    CheckpointFolder.of(own).bytes());
        } catch (IOException e) {
            throw new HubException(
                    "Model "
                            + parameters.folder()
                            + " cannot be imported to "
                            + shelf
                            + " ("
                            + e.getMessage()
                            + "); check permissions and free space.",
                    e);
        }
    }

    private static CheckpointFolder checked(ImportModel parameters) throws HubException {
        if (!Shelf.isName(parameters.name())) {
            throw new HubException(
                    "'"
                            + parameters.name()
                            + "' cannot be the name of a model: it must not begin with a dot, nor hold / \\ or :."
                            + " Choose another with --name.");
        }
        if (!Files.isDirectory(parameters.folder())) {
            throw new HubException("There is no folder " + parameters.folder() + " to import.");
        }
        CheckpointFolder source = CheckpointFolder.of(parameters.folder());
        Optional<String> problem = source.problem();
        if (problem.isPresent()) {
            throw new HubException(
                    "Folder "
                            + parameters.folder()
                            + " holds no whole model: "
                            + problem.get()
                            + ". Name the folder that has config.json and the weights, or critic.json, or"
                            + " scorer.json.");
        }
        return source;
    }

    private static Path doneMark(JobContext context) {
        return context.directory().resolve("copied");
    }

    private void copy(CheckpointFolder source, Path target, JobContext context)
            throws HubException, JobCancelledException, IOException {
        Files.createDirectories(shelf);
        // Named by the job, so that it finds it again; hidden, so that nobody else does.
        Path aside = shelf.resolve(".import-" + context.directory().getFileName());
        HashProgress progress =
                new HashProgress("Copying " + target.getFileName(), source.bytes(), context);
        long there = 0;
        for (Path file : SafeFiles.below(aside)) {
            there += Files.size(file);
        }
        disk.check(
                shelf,
                Math.max(0, source.bytes() - there),
                "A copy of " + source.folder(),
                "leave --copy out, to use it where it is");
        for (Path file : source.files()) {
            Path to = aside.resolve(source.folder().relativize(file).toString());
            long size = Files.size(file);
            if (Files.isRegularFile(to) && Files.size(to) == size) {
                progress.pass(size);
            } else {
                copyFile(file, to, progress, context);
            }
        }
        SafeFiles.write(doneMark(context), new byte[0], context.directory());
        Files.move(aside, target);
    }

    /** Whole, or under another name. */
    private static void copyFile(Path from, Path to, HashProgress progress, JobContext context)
            throws IOException, JobCancelledException {
        Files.createDirectories(to.getParent());
        Path part = to.resolveSibling(to.getFileName() + ".part");
        try (FileChannel in = FileChannel.open(from, StandardOpenOption.READ);
                FileChannel out =
                        FileChannel.open(
                                part,
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE,
                                StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer buffer = ByteBuffer.allocateDirect(CHUNK);
            while (in.read(buffer.clear()) >= 0) {
                context.checkCancelled();
                progress.pass(buffer.flip().remaining());
                while (buffer.hasRemaining()) {
                    out.write(buffer);
                }
            }
            out.force(true);
        }
        SafeFiles.replace(part, to);
    }
}
