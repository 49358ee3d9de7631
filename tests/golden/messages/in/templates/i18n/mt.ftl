search_title = Tfittxija
menu Menu
close_dialog = Agħlaq { $x

