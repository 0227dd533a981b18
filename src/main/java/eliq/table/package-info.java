/** Tables and arrays that other programs wrote: delimited text, spreadsheets, MATLAB files. Values out, no meaning yet. */
package eliq.table;
