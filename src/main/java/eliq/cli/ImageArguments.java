package eliq.cli;

import eliq.image.ImageFiles;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Parameters;

/** The images that a command is about. */
final class ImageArguments {
    @Parameters(
            arity = "1..*",
            paramLabel = "IMAGE|DIR",
            description = "Images, and folders with images at any depth.")
    private List<Path> files;

    /** The images; what is none is said on the error stream. */
    ImageFiles.Listing listing(Session session) throws CommandException {
        return listing(session, files);
    }

    static ImageFiles.Listing listing(Session session, List<Path> files) throws CommandException {
        ImageFiles.Listing listing = ImageFiles.expand(files);
        if (listing.images().isEmpty()) {
            throw new CommandException(String.join(" ", listing.problems()));
        }
        listing.problems().forEach(session.display()::complain);
        if (listing.skipped() > 0) {
            session.display()
                    .say(
                            listing.skipped()
                                    + " other files were left out: their names do not end as an"
                                    + " image's does.");
        }
        return listing;
    }
}
