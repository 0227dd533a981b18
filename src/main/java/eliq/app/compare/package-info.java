/** Pictures beside, over and against one another, under one zoom and pan: used wherever pictures are compared. */
package eliq.app.compare;
