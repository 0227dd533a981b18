/** A workspace opened for work: the catalogue, the models within reach, and every kind of job; the same for both faces. */
package eliq.workbench;
