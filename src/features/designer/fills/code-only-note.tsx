import Typography from '@mui/material/Typography';

/** Stands where a fill has no form: its settings are all in the document. */
export function CodeOnlyNote() {
  return (
    <Typography variant="body2" color="text.secondary">
      This kind of column has no form yet. Its settings are in the code tab.
    </Typography>
  );
}
