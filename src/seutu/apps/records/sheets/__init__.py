"""The record sheet: one declaration per kind gives list, filters, form, export, template, import and API schema."""
