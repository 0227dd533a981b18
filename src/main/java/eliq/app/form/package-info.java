/** Forms made from settings records: a field for each setting, checked by the record itself. */
package eliq.app.form;
