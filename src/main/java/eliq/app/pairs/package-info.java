/** Tuples looked at, compared, accepted and rejected: the Pairs view and its model. */
package eliq.app.pairs;
