/** Reads JSON bodies: strict grammar, one normal form, a schema, and inspection of every text. */
@NullMarked
package dev.rampart.adapter.in.apigateway.body;

import org.jspecify.annotations.NullMarked;
