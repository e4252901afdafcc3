/**
 * The endpoints of the API for submissions, over the router and the readers beside this package.
 */
@NullMarked
package dev.rampart.adapter.in.apigateway.submission;

import org.jspecify.annotations.NullMarked;
