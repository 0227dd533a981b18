/** Figures, tables and documents: results as text, CSV and JSON, and self-contained HTML reports. */
package eliq.report;
