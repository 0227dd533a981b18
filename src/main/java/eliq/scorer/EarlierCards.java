package eliq.scorer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eliq.job.JobJson;

/** Brings cards of earlier formats up to the present one: what had no name yet then had these values. */
final class EarlierCards {
    private EarlierCards() {}

    /**
     * @param json a card of any format
     * @return the same of the present format, or as it was where its format is not an earlier one
     */
    static String upgraded(String json) throws JsonProcessingException {
        if (!(Json.MAPPER.readTree(json) instanceof ObjectNode card)
                || card.path("format").asInt() < 1
                || card.path("format").asInt() >= ScorerCard.FORMAT) {
            return json;
        }
        int format = card.path("format").asInt();
        card.put("format", ScorerCard.FORMAT);
        if (card.path("network") instanceof ObjectNode network) {
            boolean odds = network.path("criticOdds").asBoolean(false);
            network.remove("criticOdds");
            network.put("evidence", (odds ? CriticEvidence.ODDS : CriticEvidence.NONE).name());
            if (format == 1) {
                name(network);
            }
        }
        if (format == 1 && card.path("training") instanceof ObjectNode training) {
            training.put("ranking", RankingLoss.MULTIPLE.name());
            training.put("marginGrowth", 0.0);
            training.put("strengthMargin", 1.0);
            training.put("strengthWeight", 1.0);
            training.put("selection", Selection.ACCURACY.name());
        }
        return card.toString();
    }

    private static void name(ObjectNode network) throws JsonProcessingException {
        JsonNode plain = Json.MAPPER.readTree(JobJson.write(new NetworkSettings(0, 1, 1, 1, 1, 0)));
        network.set("fusion", plain.get("fusion"));
        network.set("head", plain.get("head"));
    }
}
