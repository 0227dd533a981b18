package eliq.scorer;

import eliq.backbone.BackboneIdentity;
import eliq.critic.Critic;
import eliq.critic.Instructions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * What stands in {@code scorer.json}: everything but the numbers of the tensors.
 *
 * @param format version of this layout
 * @param name what a person calls it
 * @param backbone whose weights (adapter included) it was trained on
 * @param critic the same with the instruction texts: the identity that has to match
 * @param source where that critic was in training
 * @param instructions under which the embeddings were read
 * @param hiddenSize h
 * @param network its shape
 * @param training its settings, seed included
 * @param tuples how many it was trained on, validation included
 * @param data SHA-256 over their embeddings
 * @param history epoch by epoch
 * @param reference scores of positives of held-out prompts
 * @param created when training ended
 */
public record ScorerCard(
        int format,
        String name,
        BackboneIdentity backbone,
        BackboneIdentity critic,
        CriticChoice source,
        Instructions instructions,
        int hiddenSize,
        NetworkSettings network,
        TrainingSettings training,
        int tuples,
        String data,
        List<Epoch> history,
        ReferenceDistribution reference,
        String created) {

    /** 2 since fusion, head, ranking and selection have names, 3 with the critic's odds, 4 with the words'; see {@link EarlierCards}. */
    static final int FORMAT = 4;

    public ScorerCard {
        history = List.copyOf(history);
    }

    /** Whether this folder holds a scorer. */
    public static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(ScorerFolder.CARD));
    }

    /** The card of the scorer in this folder; its tensors are not touched. */
    public static ScorerCard read(Path folder) throws ScorerException {
        return ScorerFolder.readCard(folder.resolve(ScorerFolder.CARD));
    }

    /**
     * Where the critic of a scorer is now, also after folders were moved. What is found is a candidate; the identity
     * decides when it is opened.
     *
     * @param folder of the scorer with this card
     * @throws ScorerException if there is none, saying where it should be
     */
    public CriticChoice findCritic(Path folder) throws ScorerException {
        return new CriticSearch(folder, this).find();
    }

    ScorerCard withReference(ReferenceDistribution other) {
        return new ScorerCard(
                format,
                name,
                backbone,
                critic,
                source,
                instructions,
                hiddenSize,
                network,
                training,
                tuples,
                data,
                history,
                other,
                created);
    }

    ScorerCard packed(
            String newName,
            BackboneIdentity newBackbone,
            BackboneIdentity newCritic,
            CriticChoice newSource) {
        return new ScorerCard(
                format,
                newName,
                newBackbone,
                newCritic,
                newSource,
                instructions,
                hiddenSize,
                network,
                training,
                tuples,
                data,
                history,
                reference,
                created);
    }

    /** The card of a network that was just trained. */
    static ScorerCard of(
            String name,
            CriticChoice source,
            Critic critic,
            TrainedNetwork trained,
            List<EmbeddedTuple> tuples) {
        return new ScorerCard(
                FORMAT,
                name,
                critic.backbone().identity(),
                critic.identity(),
                source,
                critic.instructions(),
                trained.standardisation().size(),
                trained.network(),
                trained.training(),
                tuples.size(),
                Fingerprint.of(tuples),
                trained.history(),
                ReferenceDistribution.NONE,
                Instant.now().toString());
    }
}
