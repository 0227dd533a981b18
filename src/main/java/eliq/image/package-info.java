/** Pictures: decoded from files to upright sRGB, hashed, shrunk, written; and the prompt that a generator left in a file. */
package eliq.image;
