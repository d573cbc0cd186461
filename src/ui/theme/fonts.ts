/** The two faces of the product, self-hosted; imported once, by the page's entry. */
import '@fontsource-variable/geist/wght.css';
import '@fontsource-variable/geist-mono/wght.css';
