package eliq.scorer;

import eliq.critic.CriticCard;
import eliq.critic.CriticException;
import eliq.hub.Installation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the critic that a scorer was trained on, also after folders were moved: in the scorer's own folder {@code critic},
 * where it was in training, beside the scorer, or among the models that come with the program. What is found is only a
 * candidate; the identity decides when it is opened.
 */
final class CriticSearch {
    /** Folder of a critic that travels with its scorer. */
    static final String OWN = "critic";

    private final Path scorer;
    private final ScorerCard card;

    CriticSearch(Path scorer, ScorerCard card) {
        this.scorer = scorer.toAbsolutePath().normalize();
        this.card = card;
    }

    CriticChoice find() throws ScorerException {
        Path own = scorer.resolve(OWN);
        if (Files.isDirectory(own)) {
            return based(own);
        }
        if (Files.isDirectory(card.source().model())) {
            return based(card.source().model());
        }
        String name = card.source().model().getFileName().toString();
        return based(
                shelved(name)
                        .orElseThrow(
                                () ->
                                        new ScorerException(
                                                "the scorer '"
                                                        + card.name()
                                                        + "' was trained on the model in "
                                                        + card.source().model()
                                                        + ", which is not there, and there is no '"
                                                        + name
                                                        + "' beside it; say where it is (--model)")));
    }

    /** An adapter rests on a model that may have moved as well. */
    private CriticChoice based(Path critic) throws ScorerException {
        CriticChoice choice = CriticChoice.of(critic).withInstructions(card.instructions());
        if (!CriticCard.isIn(critic)) {
            return choice;
        }
        try {
            CriticCard tuned = CriticCard.read(critic);
            if (!tuned.adapter() || Files.isDirectory(tuned.backbone())) {
                return choice;
            }
            Optional<Path> moved =
                    card.source()
                            .backbone()
                            .filter(Files::isDirectory)
                            .or(() -> shelved(tuned.backbone().getFileName().toString()));
            return new CriticChoice(critic, moved, card.instructions());
        } catch (CriticException e) {
            throw new ScorerException(e.getMessage(), e);
        }
    }

    private Optional<Path> shelved(String name) {
        return Stream.concat(
                        Optional.ofNullable(scorer.getParent()).stream(),
                        Installation.models().stream())
                .map(shelf -> shelf.resolve(name))
                .filter(Files::isDirectory)
                .findFirst();
    }
}
