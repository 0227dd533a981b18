/** Curves and points with named axes, round ticks and exact values: on the screen, as SVG, as PNG. */
package eliq.app.chart;
