package eliq.nano;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A byte-level byte-pair encoding, learned from a corpus (Sennrich et al. 2016; bytes as printable characters as in
 * GPT-2; words split as in Qwen2). The same corpus always gives the same merges: ties go to the pair whose symbols were
 * made first.
 *
 * @param tokens by id: the 256 byte symbols, then what merges made
 * @param merges in order of rank, each two tokens
 */
record ByteLevelBpe(List<String> tokens, List<Merge> merges) {

    /** The pre-tokenizer's split, as it stands in Qwen2's tokenizer.json. */
    static final String SPLIT =
            "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}|"
                    + " ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";

    private static final Pattern WORD = Pattern.compile(SPLIT, Pattern.UNICODE_CHARACTER_CLASS);
    private static final int LEAST_COUNT = 2;

    /** Two neighbouring tokens that become one. */
    record Merge(String left, String right) {
        String joined() {
            return left + right;
        }
    }

    ByteLevelBpe {
        tokens = List.copyOf(tokens);
        merges = List.copyOf(merges);
    }

    /**
     * @param corpus texts, as often as each is to count
     * @param size most tokens wanted; fewer where no pair occurs twice any more
     */
    static ByteLevelBpe train(Collection<String> corpus, int size) {
        List<String> tokens = new ArrayList<>(byteSymbols());
        List<Word> words = words(corpus);
        Map<String, Integer> ids = new HashMap<>();
        tokens.forEach(token -> ids.put(token, ids.size()));
        List<Merge> merges = new ArrayList<>();
        Map<Long, Long> counts = new HashMap<>();
        words.forEach(word -> word.count(counts, 1));
        while (tokens.size() < size) {
            long best = -1;
            long most = LEAST_COUNT - 1;
            for (Map.Entry<Long, Long> entry : counts.entrySet()) {
                long pair = entry.getKey();
                long count = entry.getValue();
                if (count > most || count == most && best >= 0 && pair < best) {
                    best = pair;
                    most = count;
                }
            }
            if (best < 0) {
                break;
            }
            int left = (int) (best >>> 32);
            int right = (int) best;
            Merge merge = new Merge(tokens.get(left), tokens.get(right));
            // Two ways to one token are possible ("a"+"bc", "ab"+"c"): it keeps its first id.
            int made = ids.computeIfAbsent(merge.joined(), text -> tokens.size());
            if (made == tokens.size()) {
                tokens.add(merge.joined());
            }
            merges.add(merge);
            for (Word word : words) {
                word.merge(left, right, made, counts);
            }
        }
        return new ByteLevelBpe(tokens, merges);
    }

    /** Printable characters for the bytes 0..255, listed in the order of their ids (GPT-2's). */
    static List<String> byteSymbols() {
        TreeMap<Integer, Integer> byCharacter = new TreeMap<>();
        int[] characters = byteCharacters();
        for (int b = 0; b < 256; b++) {
            byCharacter.put(characters[b], b);
        }
        List<String> symbols = new ArrayList<>();
        byCharacter.keySet().forEach(c -> symbols.add(Character.toString(c)));
        return symbols;
    }

    private static int[] byteCharacters() {
        int[] characters = new int[256];
        int unprintable = 256;
        for (int b = 0; b < 256; b++) {
            boolean printable = b >= '!' && b <= '~' || b >= 0xA1 && b <= 0xAC || b >= 0xAE;
            characters[b] = printable ? b : unprintable++;
        }
        return characters;
    }

    private static List<Word> words(Collection<String> corpus) {
        Map<String, Long> counted = new LinkedHashMap<>();
        for (String text : corpus) {
            Matcher matcher = WORD.matcher(Normalizer.normalize(text, Normalizer.Form.NFC));
            while (matcher.find()) {
                counted.merge(matcher.group(), 1L, Long::sum);
            }
        }
        Map<String, Integer> ids = new HashMap<>();
        List<String> symbols = byteSymbols();
        for (int i = 0; i < symbols.size(); i++) {
            ids.put(symbols.get(i), i);
        }
        int[] characters = byteCharacters();
        List<Word> words = new ArrayList<>();
        counted.forEach(
                (text, count) -> {
                    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                    int[] symbolIds = new int[bytes.length];
                    for (int i = 0; i < bytes.length; i++) {
                        symbolIds[i] = ids.get(Character.toString(characters[bytes[i] & 0xFF]));
                    }
                    words.add(new Word(symbolIds, count));
                });
        return words;
    }

    /** A distinct word, as the ids of what its bytes have been merged to so far. */
    private static final class Word {
        private int[] symbols;
        private final long count;

        Word(int[] symbols, long count) {
            this.symbols = symbols;
            this.count = count;
        }

        void count(Map<Long, Long> counts, int sign) {
            for (int i = 0; i + 1 < symbols.length; i++) {
                long pair = (long) symbols[i] << 32 | symbols[i + 1];
                counts.merge(pair, sign * count, (a, b) -> a + b == 0 ? null : a + b);
            }
        }

        void merge(int left, int right, int made, Map<Long, Long> counts) {
            boolean found = false;
            for (int i = 0; i + 1 < symbols.length && !found; i++) {
                found = symbols[i] == left && symbols[i + 1] == right;
            }
            if (!found) {
                return;
            }
            count(counts, -1);
            int[] merged = new int[symbols.length];
            int length = 0;
            for (int i = 0; i < symbols.length; i++) {
                boolean pair =
                        i + 1 < symbols.length && symbols[i] == left && symbols[i + 1] == right;
                merged[length++] = pair ? made : symbols[i];
                i += pair ? 1 : 0;
            }
            symbols = java.util.Arrays.copyOf(merged, length);
            count(counts, 1);
        }
    }
}
