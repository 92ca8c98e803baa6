/** Be Vietnam Pro, served from our own address; each file is fetched only for the letters it holds. */
import '@fontsource/be-vietnam-pro/400.css';
import '@fontsource/be-vietnam-pro/500.css';
import '@fontsource/be-vietnam-pro/600.css';
