package eliq.nano;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What the merger reads of an image token, and the words that it should become.
 *
 * @param role what the token is for
 * @param state half precision [width of the merger's input]
 * @param words numbers of its words among all
 * @param shares of each; their sum is 1 where there is a word
 */
record NamedToken(Role role, short[] state, short[] words, float[] shares) {

    /** What a token is for. */
    enum Role {
        THING,
        SURROUNDINGS,
        /** Of a degraded picture: has no name and must stay what it is. */
        DEGRADED
    }

    static NamedToken of(
            Role role, float[] states, int token, int width, short[] words, float[] shares) {
        short[] state = new short[width];
        for (int i = 0; i < width; i++) {
            state[i] = Float.floatToFloat16(states[token * width + i]);
        }
        return new NamedToken(role, state, words, shares);
    }

    void write(DataOutput out) throws IOException {
        out.writeByte(role.ordinal());
        out.writeByte(words.length);
        for (int i = 0; i < words.length; i++) {
            out.writeShort(words[i]);
            out.writeFloat(shares[i]);
        }
        for (short value : state) {
            out.writeShort(value);
        }
    }

    static NamedToken read(DataInput in, int width) throws IOException {
        Role role = Role.values()[in.readByte()];
        int count = in.readByte();
        short[] words = new short[count];
        float[] shares = new float[count];
        for (int i = 0; i < count; i++) {
            words[i] = in.readShort();
            shares[i] = in.readFloat();
        }
        short[] state = new short[width];
        for (int i = 0; i < width; i++) {
            state[i] = in.readShort();
        }
        return new NamedToken(role, state, words, shares);
    }
}
