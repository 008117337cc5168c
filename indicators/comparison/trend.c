/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whitening by the Cholesky factor of S turns generalised into ordinary least squares.
 */
#include "indicators/comparison/trend.h"

#include <glib.h>
#include <gsl/gsl_blas.h>
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_linalg.h>
#include <gsl/gsl_multifit.h>

/* The series on the scale of the fit; years count from the last one. */
typedef struct Fit {
    gsl_matrix *S;
    gsl_matrix *design; /* 1, year */
    gsl_vector *values;
    gsl_vector *coefficients;
    gsl_matrix *covariance;
    double chi2;
    double steps; /* from the last year to the target year */
    double tail;  /* of the interval, on each side */
} Fit;

static void fit_clear(Fit *fit)
{
    gsl_matrix_free(fit->S);
    gsl_matrix_free(fit->design);
    gsl_vector_free(fit->values);
    gsl_vector_free(fit->coefficients);
    gsl_matrix_free(fit->covariance);
}

/* The share whose logit exists: 0 and 1 become (x + 0.5) / (n + 1). */
static double inner_share(double share, size_t answers)
{
    const double n = (double)answers;
    return share > 0 && share < 1 ? share : (share * n + 0.5) / (n + 1);
}

static Fit fit_new(const Series *series)
{
    const size_t k     = series->count;
    Fit fit            = {.S            = gsl_matrix_alloc(k, k),
                          .design       = gsl_matrix_alloc(k, 2),
                          .values       = gsl_vector_alloc(k),
                          .coefficients = gsl_vector_alloc(2),
                          .covariance   = gsl_matrix_alloc(2, 2)};
    gsl_vector *slopes = gsl_vector_alloc(k); /* of the scale, for the delta method */
    for (size_t i = 0; i < k; i++) {
        const double value = series->values[i];
        const double p     = series->share ? inner_share(value, series->answers[i]) : 0;
        gsl_matrix_set(fit.design, i, 0, 1);
        gsl_matrix_set(fit.design, i, 1, series->years[i] - series->years[k - 1]);
        gsl_vector_set(fit.values, i, series->share ? log(p) - log1p(-p) : value);
        gsl_vector_set(slopes, i, series->share ? 1 / (p * (1 - p)) : 1);
    }
    for (size_t i = 0; i < k; i++)
        for (size_t j = 0; j < k; j++)
            gsl_matrix_set(fit.S, i, j,
                           series->covariance[i * k + j] * gsl_vector_get(slopes, i) *
                               gsl_vector_get(slopes, j));
    gsl_vector_free(slopes);
    return fit;
}

/* L of S = L L', or of its diagonal where S is not positive definite (then `diagonal`
 * is set). NULL when that fails too. To be freed with gsl_matrix_free. */
static gsl_matrix *factor_of(const gsl_matrix *S, bool *diagonal)
{
    gsl_matrix *L = gsl_matrix_alloc(S->size1, S->size2);
    gsl_matrix_memcpy(L, S);
    if (gsl_linalg_cholesky_decomp1(L) == GSL_SUCCESS)
        return L;
    *diagonal = true;
    gsl_matrix_set_zero(L);
    for (size_t i = 0; i < S->size1; i++) {
        const double variance = gsl_matrix_get(S, i, i);
        if (!(variance > 0)) {
            gsl_matrix_free(L);
            return NULL;
        }
        gsl_matrix_set(L, i, i, sqrt(variance));
    }
    return L;
}

/* Least squares of L^-1 y on L^-1 X; weights of 1 leave its covariance unscaled. */
static bool fit_whitened(Fit *fit, const gsl_matrix *L)
{
    const size_t k      = L->size1;
    gsl_matrix *X       = gsl_matrix_alloc(k, 2);
    gsl_vector *y       = gsl_vector_alloc(k);
    gsl_vector *weights = gsl_vector_alloc(k);
    gsl_matrix_memcpy(X, fit->design);
    gsl_vector_memcpy(y, fit->values);
    gsl_vector_set_all(weights, 1);
    gsl_blas_dtrsm(CblasLeft, CblasLower, CblasNoTrans, CblasNonUnit, 1, L, X);
    gsl_blas_dtrsv(CblasLower, CblasNoTrans, CblasNonUnit, L, y);
    gsl_multifit_linear_workspace *space = gsl_multifit_linear_alloc(k, 2);
    const int status = gsl_multifit_wlinear(X, weights, y, fit->coefficients,
                                            fit->covariance, &fit->chi2, space);
    gsl_multifit_linear_free(space);
    gsl_matrix_free(X);
    gsl_vector_free(y);
    gsl_vector_free(weights);
    return status == GSL_SUCCESS;
}

/* Both tails beyond `z` of the distribution that the dispersion calls for. */
static double two_tails(double z, double dispersion, double df)
{
    return 2 * (dispersion <= 1 ? gsl_cdf_ugaussian_Q(z) : gsl_cdf_tdist_Q(z, df));
}

static double quantile_of(double tail, double dispersion, double df)
{
    return dispersion <= 1 ? gsl_cdf_ugaussian_Qinv(tail)
                           : gsl_cdf_tdist_Qinv(tail, df);
}

static double mean_variance(const gsl_matrix *S)
{
    double sum = 0;
    for (size_t i = 0; i < S->size1; i++)
        sum += gsl_matrix_get(S, i, i);
    return sum / (double)S->size1;
}

static double back_transform(double value, bool share)
{
    return share ? 1 / (1 + exp(-value)) : value;
}

static void project(const Fit *fit, const Series *series, Trend *trend)
{
    const double steps  = fit->steps;
    const size_t k      = series->count;
    const double excess = fmax(0, trend->dispersion - 1);
    const double fitted = gsl_matrix_get(fit->covariance, 0, 0) +
                          2 * steps * gsl_matrix_get(fit->covariance, 0, 1) +
                          steps * steps * gsl_matrix_get(fit->covariance, 1, 1);
    const double variance = fitted * fmax(1, trend->dispersion) +
                            mean_variance(fit->S) * excess +
                            gsl_matrix_get(fit->S, k - 1, k - 1);
    const double centre = gsl_vector_get(fit->coefficients, 0) +
                          steps * gsl_vector_get(fit->coefficients, 1);
    const double df = (double)(k - 2);
    const double margin =
        quantile_of(fit->tail, trend->dispersion, df) * sqrt(variance);
    trend->projection = back_transform(centre, series->share);
    trend->interval   = (Interval){back_transform(centre - margin, series->share),
                                   back_transform(centre + margin, series->share)};
}

Trend trend_fit(const Series *series, double target_year, double confidence)
{
    Trend trend    = {.slope      = NAN,
                      .slope_se   = NAN,
                      .p_value    = NAN,
                      .dispersion = NAN,
                      .projection = NAN,
                      .interval   = INTERVAL_NONE};
    const size_t k = series->count;
    if (k < TREND_YEARS)
        return trend;
    Fit fit       = fit_new(series);
    fit.steps     = target_year - series->years[k - 1];
    fit.tail      = (1 - confidence) / 2;
    gsl_matrix *L = factor_of(fit.S, &trend.diagonal);
    if (L != NULL && fit_whitened(&fit, L)) {
        const double df  = (double)(k - 2);
        trend.dispersion = fit.chi2 / df;
        trend.slope      = gsl_vector_get(fit.coefficients, 1);
        trend.slope_se =
            sqrt(gsl_matrix_get(fit.covariance, 1, 1) * fmax(1, trend.dispersion));
        trend.p_value =
            two_tails(fabs(trend.slope) / trend.slope_se, trend.dispersion, df);
        if (k >= PROJECTION_YEARS)
            project(&fit, series, &trend);
    }
    if (L != NULL)
        gsl_matrix_free(L);
    fit_clear(&fit);
    return trend;
}
