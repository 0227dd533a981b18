/** The models on this machine: getting, checking, using and removing them. */
package eliq.app.models;
